import {
  stateOf,
  statusOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import type { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';
import { TaskView } from '../access/tasks/TaskView';
import { ActionDoor } from './ActionDoor';

/** The zod that the registry hands in: its schemas have to be made with it. */
export type Zod = Parameters<
  ActionsRegistryActionOptions<never, never>['schema']['input']
>[0];

/**
 * A task as tools give it. What people or agents wrote stands in fields named `untrusted…`, so that
 * a reader that takes text for orders knows what not to obey.
 */
export const toldTaskSchema = (zod: Zod) =>
  zod.object({
    id: zod.string(),
    url: zod.string().describe('Page of the task in the portal, for people'),
    status: zod
      .string()
      .describe(
        'needs_approval, waiting, working, needs_you, in_review, done, not_done, cancelled or unclear',
      ),
    state: zod.string(),
    outcome: zod.string(),
    untrustedTitle: zod.string().describe('Written by the requester'),
    entityRef: zod.string().nullable(),
    repository: zod.string(),
    template: zod.string().nullable(),
    requester: zod.string(),
    waitsFor: zod
      .string()
      .nullable()
      .describe('Why it has not started yet, if it waits for its turn'),
    attention: zod
      .string()
      .nullable()
      .describe('What a person has to do now, if anything'),
    failure: zod.string().nullable().describe('Class of the failure'),
    pullRequests: zod.array(
      zod.object({
        url: zod.string(),
        state: zod.string(),
        draft: zod.boolean(),
        checks: zod.string(),
        review: zod.string(),
      }),
    ),
    allowedActions: zod.array(zod.string()),
    cancelRequested: zod.boolean(),
    createdAt: zod.string(),
    updatedAt: zod.string(),
  });

export function toldTask(
  { task, allowedActions }: TaskView,
  { taskUrl }: Pick<ActionDoor, 'taskUrl'>,
) {
  return {
    id: task.id,
    url: taskUrl(task.id),
    status: statusOf(task),
    state: stateOf(task),
    outcome: task.outcome,
    untrustedTitle: task.title,
    entityRef: task.entityRef,
    repository: `${task.repository.host}/${task.repository.slug}`,
    template: task.template?.ref ?? null,
    requester: task.requester.ref,
    waitsFor: task.phase === 'queued' ? task.held?.reason ?? null : null,
    attention: task.attention,
    failure: task.failure?.class ?? null,
    pullRequests: task.pullRequests.map(
      ({ url, state, draft, checks, review }) => ({
        url,
        state,
        draft,
        checks,
        review,
      }),
    ),
    allowedActions,
    cancelRequested: task.cancelRequested !== null,
    createdAt: new Date(task.createdAt).toISOString(),
    updatedAt: new Date(task.updatedAt).toISOString(),
  };
}
