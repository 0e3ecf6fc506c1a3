import {
  templateListSchema,
  templateQuerySchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { Route, route } from '../Route';

export function templateRoutes({
  submissions,
}: Pick<Access, 'submissions'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/templates',
      tag: 'templates',
      summary:
        'The templates the caller may see, and whether each fits an entity',
      query: templateQuerySchema,
      answers: {
        200: { description: 'Templates', schema: templateListSchema },
      },
      errors: [],
      handle: async ({ caller, query }) => ({
        status: 200,
        body: await submissions.templates(caller, query.entityRef ?? null),
      }),
    }),
  ];
}
