import { queueSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { presentQueue } from '../present/presentOverview';
import { Route, route } from '../Route';

export function queueRoutes({ queue }: Pick<Access, 'queue'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/queue',
      tag: 'overview',
      summary: 'What waits, for what, and how far the limits are used',
      answers: { 200: { description: 'The queue', schema: queueSchema } },
      errors: [],
      handle: async ({ caller }) => ({
        status: 200,
        body: presentQueue(await queue.read(caller)),
      }),
    }),
  ];
}
