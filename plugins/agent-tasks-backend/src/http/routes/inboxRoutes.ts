import {
  inboxQuerySchema,
  inboxSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { presentInbox } from '../present/presentOverview';
import { Route, route } from '../Route';

export function inboxRoutes({ inbox }: Pick<Access, 'inbox'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/inbox',
      tag: 'overview',
      summary: 'What waits for the caller, or for their groups',
      query: inboxQuerySchema,
      answers: { 200: { description: 'The inbox', schema: inboxSchema } },
      errors: [],
      handle: async ({ caller, query }) => {
        const { scope = 'mine', group = null } = query;
        return {
          status: 200,
          body: presentInbox(await inbox.read(caller, scope, group)),
        };
      },
    }),
  ];
}
