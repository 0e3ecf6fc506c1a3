import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  createFreezeSchema,
  freezeListSchema,
  freezeReportSchema,
  freezeSchema,
  thawSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { presentFreeze, presentFreezeReport } from '../present/presentFreeze';
import { Route, route } from '../Route';
import { isId } from './taskReply';

export function freezeRoutes({ freezes }: Pick<Access, 'freezes'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/freezes',
      tag: 'freezes',
      summary: 'The freezes that stand, for operators',
      answers: { 200: { description: 'Freezes', schema: freezeListSchema } },
      errors: ['PERMISSION_DENIED'],
      handle: async ({ caller }) => {
        const items = (await freezes.list(caller)).map(presentFreeze);
        return { status: 200, body: { items } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/freezes',
      tag: 'freezes',
      summary: 'Start nothing new in a scope; what runs goes on',
      body: createFreezeSchema,
      answers: {
        201: {
          description: 'The freeze, also if the same order stands already',
          schema: freezeSchema,
          headers: ['Location'],
        },
      },
      errors: ['PERMISSION_DENIED', 'PERSON_REQUIRED'],
      handle: async ({ caller, body, addressOf }) => {
        const view = await freezes.order(caller, body);
        return {
          status: 201,
          body: presentFreeze(view),
          headers: { Location: addressOf(`/v1/freezes/${view.freeze.id}`) },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/freezes/{id}',
      tag: 'freezes',
      summary: 'A freeze and what waits under it: look before you thaw',
      answers: {
        200: { description: 'The report', schema: freezeReportSchema },
      },
      errors: ['FREEZE_NOT_FOUND', 'PERMISSION_DENIED'],
      handle: async ({ caller, id }) => ({
        status: 200,
        body: presentFreezeReport(await freezes.report(caller, freezeIdOf(id))),
      }),
    }),
    route({
      method: 'post',
      path: '/v1/freezes/{id}/thaw',
      tag: 'freezes',
      summary: 'End a freeze; what waited starts in its turn',
      body: thawSchema,
      answers: { 200: { description: 'The freeze', schema: freezeSchema } },
      errors: ['FREEZE_NOT_FOUND', 'PERMISSION_DENIED', 'PERSON_REQUIRED'],
      handle: async ({ caller, id }) => ({
        status: 200,
        body: presentFreeze(await freezes.thaw(caller, freezeIdOf(id))),
      }),
    }),
  ];
}

function freezeIdOf(id: string): string {
  if (isId(id)) return id;
  throw new AgentTasksError('FREEZE_NOT_FOUND');
}
