import {
  ATTENTION_REASONS,
  Attention,
  ATTENTIONS,
  Task,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { pendingCommands } from '../../src/hooks/commands/PendingCommands';
import { backendWith } from '../backend/backendWith';
import { changedMeanwhile, ownTask } from '../backend/refusals';
import { ofStatus, taskOf } from '../backend/tasks';
import { hoursAgo } from '../backend/times';
import { everywhere } from './everywhere';
import { Room, Scenes } from './Scene';
import { statusOfAttention } from './statusOfAttention';

/** Tasks that need a person for this, one for each finer reason. */
function waitingFor(attention: Attention): Task[] {
  return ATTENTION_REASONS[attention].map((attentionReason, index) =>
    taskOf(index + 1, {
      ...ofStatus[statusOfAttention[attention]],
      title: `${attention}: ${attentionReason}`,
      attention,
      attentionReason,
      attentionSince: hoursAgo(index + 1),
    }),
  );
}

const perAttention: Scenes = Object.fromEntries(
  ATTENTIONS.map(attention => [
    `attention: ${attention}`,
    { answers: backendWith(waitingFor(attention)) },
  ]),
);

const approvals = [1, 2, 3].map(number =>
  taskOf(number, ofStatus.needs_approval),
);

export const inbox: Room = {
  title: 'Inbox',
  path: '/agent-tasks/inbox',
  scenes: {
    ...everywhere,
    ...perAttention,
    'put aside': {
      answers: backendWith([
        taskOf(1),
        taskOf(2, { snoozedUntil: hoursAgo(-20) }),
      ]),
    },
    overdue: {
      answers: backendWith([taskOf(1, { attentionDueAt: hoursAgo(30) })]),
    },
    'approval with undo': {
      answers: backendWith(approvals),
      begin: () => pendingCommands.add('task-1', 'approve', () => {}),
    },
    'approval refused': {
      answers: backendWith(approvals, { tasks: { act: ownTask } }),
    },
    'somebody is quicker': {
      answers: backendWith([taskOf(1), taskOf(2)], {
        tasks: {
          update: changedMeanwhile,
          get: async () => taskOf(1, { assignee: 'user:default/bo' }),
        },
      }),
    },
    'peek loads': {
      answers: backendWith(approvals, {
        tasks: { get: () => new Promise(() => {}) },
      }),
    },
  },
};
