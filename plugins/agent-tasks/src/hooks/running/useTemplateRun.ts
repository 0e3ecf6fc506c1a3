import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

const FRESH_MS = 60_000;

/** What a template does unless it is told otherwise. */
export interface TemplateRun {
  createPullRequest: boolean;
  baseRef: string | undefined;
  model: string | undefined;
  /** Refs of people and groups; undefined for whoever owns the entity. */
  reviewers: string[] | undefined;
}

/**
 * The settings of a template that the list of templates leaves out, read from the catalog;
 * undefined until known, and for those who may not read them.
 */
export function useTemplateRun(templateRef: string): TemplateRun | undefined {
  const catalog = useApi(catalogApiRef);
  const { data } = useQuery({
    queryKey: ['agent-tasks', 'template', templateRef],
    queryFn: async () =>
      (await catalog.getEntityByRef(templateRef))?.spec?.run ?? {},
    staleTime: FRESH_MS,
    retry: false,
  });
  return data === undefined ? undefined : settingsOf(data);
}

function settingsOf(run: unknown): TemplateRun {
  const { pullRequest, baseRef, model, reviewers } = Object(run);
  const text = (value: unknown) =>
    typeof value === 'string' ? value : undefined;
  return {
    createPullRequest: pullRequest !== false,
    baseRef: baseRef === 'default' ? undefined : text(baseRef),
    model: text(model),
    reviewers: Array.isArray(reviewers)
      ? reviewers.filter(ref => typeof ref === 'string')
      : undefined,
  };
}
