import {
  eventListSchema,
  eventQuerySchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { cursorOf, placeOf } from '../cursor';
import { presentEvent } from '../present/presentEvent';
import { Route, route } from '../Route';
import { taskIdOf } from './taskReply';

const PAGE_SIZE = 50;

export function eventRoutes({ tasks }: Pick<Access, 'tasks'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/tasks/{id}/events',
      tag: 'record',
      summary: 'The timeline of a task, oldest first, in pages',
      query: eventQuerySchema,
      answers: { 200: { description: 'One page', schema: eventListSchema } },
      errors: ['TASK_NOT_FOUND'],
      handle: async ({ caller, id, query }) => {
        const { cursor, limit = PAGE_SIZE } = query;
        const afterSeq = cursor === undefined ? 0 : seqOf(cursor);
        const page = await tasks.events(caller, taskIdOf(id), {
          afterSeq,
          limit,
        });
        const last = page.events.at(-1);
        return {
          status: 200,
          body: {
            items: page.events.map(presentEvent),
            ...(page.hasMore && last
              ? { nextCursor: cursorOf({ seq: last.seq }) }
              : {}),
          },
        };
      },
    }),
  ];
}

function seqOf(cursor: string): number {
  return placeOf(cursor, ({ seq }) =>
    Number.isInteger(seq) && Number(seq) >= 0 && Number(seq) < 2 ** 31
      ? Number(seq)
      : undefined,
  );
}
