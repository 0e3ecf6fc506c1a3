import {
  createTaskSchema,
  parseTaskQuery,
  readTaskQuerySchema,
  TaskQuery,
  taskListSchema,
  taskQuerySchema,
  updateTaskSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { cursorOf, placeOf } from '../cursor';
import { expectedRevision, etagOf, knownRevision } from '../etag';
import { presentListItem } from '../present/presentTask';
import { Route, route } from '../Route';
import { SUBMIT_ERRORS } from './submitErrors';
import {
  idempotencyKeyOf,
  submittedAnswers,
  submittedReply,
  taskAnswer,
  taskIdOf,
  taskReply,
} from './taskReply';

const PAGE_SIZE = 50;

export function taskRoutes(
  access: Pick<Access, 'tasks' | 'commands' | 'submissions'>,
): Route[] {
  return [create(access), list(access), read(access), update(access)];
}

function create({ submissions }: Pick<Access, 'submissions'>): Route {
  return route({
    method: 'post',
    path: '/v1/tasks',
    tag: 'tasks',
    summary: 'Ask for a task',
    requestHeaders: ['Idempotency-Key'],
    body: createTaskSchema,
    answers: submittedAnswers,
    errors: SUBMIT_ERRORS,
    handle: async request => {
      const { caller, body, addressOf } = request;
      const key = idempotencyKeyOf(request);
      const submitted = await submissions.create(caller, body, key);
      return submittedReply(submitted, addressOf);
    },
  });
}

function list({ tasks }: Pick<Access, 'tasks'>): Route {
  return route({
    method: 'get',
    path: '/v1/tasks',
    tag: 'tasks',
    summary: 'The tasks the caller may see, filtered, in pages',
    query: taskQuerySchema,
    readQuery: parseTaskQuery,
    answers: { 200: { description: 'One page', schema: taskListSchema } },
    errors: [],
    handle: async ({ caller, query }) => {
      const { order = 'createdAt', limit = PAGE_SIZE, cursor, ...rest } = query;
      const { direction = directionOf(order), ...filter } = rest;
      const page = await tasks.list(caller, {
        filter,
        order,
        direction,
        limit,
        after: cursor ? listPlaceOf(cursor, order, direction) : null,
      });
      return {
        status: 200,
        body: {
          items: page.tasks.map(presentListItem),
          totalItems: page.total,
          ...(page.next
            ? { nextCursor: cursorOf({ order, direction, ...page.next }) }
            : {}),
        },
      };
    },
  });
}

/** Newest first, but the least time left first. */
function directionOf(order: NonNullable<TaskQuery['order']>): 'asc' | 'desc' {
  return order === 'attentionDueAt' ? 'asc' : 'desc';
}

function listPlaceOf(
  cursor: string,
  order: string,
  direction: string,
): { value: number; id: string } {
  return placeOf(cursor, place => {
    const { value, id } = place;
    const isOurs =
      place.order === order &&
      place.direction === direction &&
      Number.isSafeInteger(value) &&
      typeof id === 'string' &&
      /^[\w-]{1,36}$/.test(id);
    return isOurs ? { value: Number(value), id: String(id) } : undefined;
  });
}

function read({ tasks }: Pick<Access, 'tasks'>): Route {
  return route({
    method: 'get',
    path: '/v1/tasks/{id}',
    tag: 'tasks',
    summary: 'One task in full; waits for a change if asked to',
    query: readTaskQuerySchema,
    requestHeaders: ['If-None-Match'],
    answers: {
      200: taskAnswer,
      304: {
        description: 'Nothing has changed since that revision',
        headers: ['ETag'],
      },
    },
    errors: ['TASK_NOT_FOUND'],
    handle: async ({ caller, id, query, header, signal }) => {
      const taskId = taskIdOf(id);
      const revision = knownRevision(header('If-None-Match'));
      if (revision === undefined) {
        return taskReply(await tasks.read(caller, taskId));
      }
      const waitMs = (query.waitSeconds ?? 0) * 1_000;
      const known = { revision, waitMs };
      const changed = await tasks.readWhenChanged(
        caller,
        taskId,
        known,
        signal,
      );
      return changed
        ? taskReply(changed)
        : { status: 304, headers: { ETag: etagOf({ revision }) } };
    },
  });
}

function update({ commands }: Pick<Access, 'commands'>): Route {
  return route({
    method: 'patch',
    path: '/v1/tasks/{id}',
    tag: 'tasks',
    summary: 'Change what does not touch the work',
    requestHeaders: ['If-Match'],
    body: updateTaskSchema,
    answers: { 200: taskAnswer },
    errors: ['TASK_NOT_FOUND', 'PERMISSION_DENIED', 'REVISION_CONFLICT'],
    handle: async ({ caller, id, body, header }) => {
      const taskId = taskIdOf(id);
      const revision = expectedRevision(header('If-Match'));
      return taskReply(await commands.update(caller, taskId, body, revision));
    },
  });
}
