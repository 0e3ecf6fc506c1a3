import { recordSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { presentRecord } from '../present/presentRecord';
import { Route, route } from '../Route';
import { taskIdOf } from './taskReply';

export function recordRoutes({ tasks }: Pick<Access, 'tasks'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/tasks/{id}/record',
      tag: 'record',
      summary:
        'Who allowed it, in a sentence and in full, and whether the record is whole',
      answers: { 200: { description: 'The record', schema: recordSchema } },
      errors: ['TASK_NOT_FOUND', 'PERMISSION_DENIED'],
      handle: async ({ caller, id }) => ({
        status: 200,
        body: presentRecord(await tasks.record(caller, taskIdOf(id))),
      }),
    }),
  ];
}
