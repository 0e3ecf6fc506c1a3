import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  idempotencyKeySchema,
  taskSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { SubmittedView } from '../../access/tasks/AuthorizedSubmissions';
import { FullTaskView } from '../../access/tasks/TaskView';
import { etagOf } from '../etag';
import { presentTask } from '../present/presentTask';
import { Answer, Reply, RouteRequest } from '../Route';
import { parse } from '../serving/parse';

/** What every id of ours looks like; another one names nothing. */
export function isId(id: string): boolean {
  return /^[\w-]{1,36}$/.test(id);
}

export function taskIdOf(id: string): string {
  if (isId(id)) return id;
  throw new AgentTasksError('TASK_NOT_FOUND');
}

export function idempotencyKeyOf(
  request: Pick<RouteRequest<unknown, unknown>, 'header'>,
): string | undefined {
  const key = request.header('Idempotency-Key');
  if (key === undefined) return undefined;
  return parse(
    // So that a violation names the header.
    {
      safeParse: value => {
        const parsed = idempotencyKeySchema.safeParse(value);
        parsed.error?.issues.forEach(issue => {
          issue.path = ['Idempotency-Key'];
        });
        return parsed;
      },
    },
    key,
  );
}

/** A task in full, with its revision as ETag. */
export const taskAnswer: Answer = {
  description: 'The task as it is now',
  schema: taskSchema,
  headers: ['ETag'],
};

export function taskReply(view: FullTaskView): Reply {
  return {
    status: 200,
    body: presentTask(view),
    headers: { ETag: etagOf(view.task) },
  };
}

/** A task that was asked for just now, or by an earlier request with the same key. */
export function submittedReply(
  { task: view, isReplay }: SubmittedView,
  addressOf: (path: string) => string,
): Reply {
  const { status, body, headers } = taskReply(view);
  return {
    status: isReplay ? status : 201,
    body,
    headers: {
      ...headers,
      Location: addressOf(`/v1/tasks/${view.task.id}`),
      ...(isReplay ? { 'Idempotent-Replayed': 'true' } : {}),
    },
  };
}

export const submittedAnswers: Readonly<Record<number, Answer>> = {
  200: {
    ...taskAnswer,
    description: 'The task that an earlier request with the same key made',
    headers: ['ETag', 'Location', 'Idempotent-Replayed'],
  },
  201: {
    ...taskAnswer,
    description: 'The new task',
    headers: ['ETag', 'Location'],
  },
};
