import type {
  CreateTaskRequest,
  TaskPreview,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { usePreview } from './usePreview';
import { RunValues } from './useRunForm';
import { TemplateRun } from './useTemplateRun';

/** What would be sent, and what would come of it. */
export interface RunPlan {
  body: CreateTaskRequest;
  preview: UseQueryResult<TaskPreview>;
  /** undefined where the template's own wish is not known, and nobody chose. */
  createPullRequest: boolean | undefined;
  /** The policy takes only the other answer; nobody has to choose. */
  isPullRequestSettled: boolean;
}

/**
 * The request for what stands in the form, and its preview. A pull request is asked for as the
 * template says; where the policy refuses that and nobody chose, the other way is tried.
 */
export function useRunPlan(
  entityRef: string,
  templateRef: string,
  values: RunValues,
  template: TemplateRun | undefined,
  /** What the task is called where nobody typed a title. */
  proposal: string | undefined,
): RunPlan {
  const [isRefused, setRefused] = useState(false);
  const wish = template?.createPullRequest;
  const settled = isRefused && wish !== undefined ? !wish : wish;
  const createPullRequest = values.createPullRequest ?? settled;

  const body = useMemo<CreateTaskRequest>(
    () => ({
      template: templateRef,
      entityRef,
      parameters: values.parameters,
      ...given('baseRef', values.baseRef?.trim()),
      ...given('model', values.model?.trim()),
      ...given('title', (values.title ?? proposal)?.trim()),
      ...given('createPullRequest', createPullRequest),
      ...given('allowDuplicate', values.allowDuplicate),
    }),
    [templateRef, entityRef, values, proposal, createPullRequest],
  );
  const preview = usePreview(body);

  const isChosen = values.createPullRequest !== undefined;
  const refusal = preview.data?.errors.some(
    ({ code }) => code === 'PULL_REQUEST_NOT_ALLOWED',
  );
  useEffect(() => {
    if (refusal && !isChosen && wish !== undefined) setRefused(true);
  }, [refusal, isChosen, wish]);

  return {
    body,
    preview,
    createPullRequest,
    isPullRequestSettled: isRefused,
  };
}

/** Empty fields are left out: the API takes no empty ones. */
function given<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined || value === '' ? {} : { [key]: value }) as {
    [K in Key]?: Value;
  };
}
