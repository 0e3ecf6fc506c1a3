import { operationsSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { Route, route } from '../Route';

export function operationsRoutes({
  operations,
}: Pick<Access, 'operations'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/operations',
      tag: 'overview',
      summary: 'How the portal does, for operators',
      answers: { 200: { description: 'Health', schema: operationsSchema } },
      errors: ['PERMISSION_DENIED'],
      handle: async ({ caller }) => ({
        status: 200,
        body: await operations.health(caller),
      }),
    }),
  ];
}
