import { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { repositoryUrlOf } from './repositoryUrlOf';
import { RunContext } from './RunContext';

/** The ask that a step makes; its template and repository are always named. */
export type TaskRequest = CreateTaskRequest & {
  template: string;
  repository: string;
};

/**
 * The body of the new task. The repository is named even where an entity is: the entity may not be
 * in the catalog before the task is.
 */
export function taskRequestOf(
  { input, templateInfo, task, step }: RunContext,
  integrations: ScmIntegrationRegistry,
): TaskRequest {
  const { parameters, baseRef, title, createPullRequest } = input;
  return {
    template: fullRef(input.template, 'AgentTaskTemplate'),
    repository: repositoryUrlOf(input.repoUrl, integrations),
    entityRef: input.entityRef && fullRef(input.entityRef, 'Component'),
    parameters,
    baseRef,
    title,
    createPullRequest,
    origin: templateInfo && {
      ref: fullRef(templateInfo.entityRef, 'Template'),
      run: task.id,
      step: step?.id,
    },
  };
}

function fullRef(ref: string, defaultKind: string): string {
  return stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
}
