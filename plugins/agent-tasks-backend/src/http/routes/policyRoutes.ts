import { policyListSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { Route, route } from '../Route';

export function policyRoutes({
  operations,
}: Pick<Access, 'operations'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/policies',
      tag: 'overview',
      summary: 'The policies in the order in which they are asked',
      answers: { 200: { description: 'Policies', schema: policyListSchema } },
      errors: [],
      handle: async () => ({ status: 200, body: await operations.policies() }),
    }),
  ];
}
