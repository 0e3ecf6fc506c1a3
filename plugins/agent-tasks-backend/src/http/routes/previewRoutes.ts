import {
  createTaskSchema,
  previewSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { Route, route } from '../Route';

export function previewRoutes({
  submissions,
}: Pick<Access, 'submissions'>): Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/previews',
      tag: 'tasks',
      summary: 'What a task would be; writes nothing and calls nothing outside',
      body: createTaskSchema,
      answers: {
        200: {
          description: 'What would happen, with the errors a submit would get',
          schema: previewSchema,
        },
      },
      errors: ['PERMISSION_DENIED', 'PERSON_REQUIRED'],
      handle: async ({ caller, body }) => ({
        status: 200,
        body: await submissions.preview(caller, body),
      }),
    }),
  ];
}
