import {
  AgentTasksError,
  CreateTaskRequest,
  stateOf,
  TaskCommands,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Json } from '../../domain/record/canonicalJson';
import { Task } from '../../domain/task/task';
import { headRefOf, openPullRequest } from '../../domain/task/taskProgress';
import { RunAgain } from './SubmissionAsk';

/** The request that asks for a task again; what the order leaves out stays as it was. */
export function bodyOfRetry(
  parent: Task,
  stored: Json,
  order: TaskCommands['retry'],
): CreateTaskRequest {
  const parameters = order.parameters ?? recordOf(stored);
  return {
    ...(parent.template
      ? { template: parent.template.ref, parameters }
      : { prompt: String(parameters.prompt ?? '') }),
    ...(parent.entityRef === null ? {} : { entityRef: parent.entityRef }),
    repository: parent.repository.url,
    baseRef: parent.baseRef,
    model: order.model ?? parent.requestedModel,
    createPullRequest: parent.createPullRequest,
    title: parent.title,
  };
}

/** @throws AgentTasksError when there is no branch to go on from */
export function runAgainOf(
  parent: Task,
  order: TaskCommands['retry'],
): RunAgain {
  const branch = openPullRequest(parent)?.headRef ?? headRefOf(parent);
  if (order.continue && !branch) {
    throw new AgentTasksError('TASK_STATE_CONFLICT', {
      action: 'retry',
      state: stateOf(parent),
    });
  }
  return {
    parentTaskId: parent.id,
    addition: order.addition ?? null,
    scope: order.scope ?? null,
    continueFrom: (order.continue && branch) || null,
  };
}

function recordOf(value: Json): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}
