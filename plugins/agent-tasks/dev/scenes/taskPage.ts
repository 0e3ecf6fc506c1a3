import {
  ATTENTION_REASONS,
  ATTENTIONS,
  FAILURE_CLASSES,
  Task,
  TASK_FLAGS,
  TASK_STATUSES,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { pendingCommands } from '../../src/hooks/commands/PendingCommands';
import { FakeAnswers } from '../../src/testing/fakeAgentTasksApi';
import { mostAbsurdTask } from '../backend/absurdTasks';
import { backendWith } from '../backend/backendWith';
import { failing, failingSoon } from '../backend/failing';
import { recordOf } from '../backend/recordOf';
import {
  broken,
  changedMeanwhile,
  denied,
  notFound,
  ownTask,
  unreachable,
} from '../backend/refusals';
import { ofStatus, taskOf } from '../backend/tasks';
import { hoursAgo } from '../backend/times';
import { Room, Scene, Scenes } from './Scene';
import { statusOfAttention } from './statusOfAttention';

function about(
  changes: Partial<Task>,
  tasks: FakeAnswers['tasks'] = {},
): Scene {
  return { answers: backendWith([taskOf(1, changes)], { tasks }) };
}

/** One scene for each word. */
function each<Word extends string>(
  words: readonly Word[],
  scene: (word: Word) => [name: string, changes: Partial<Task>],
): Scenes {
  return Object.fromEntries(
    words.map(word => {
      const [name, changes] = scene(word);
      return [name, about(changes)];
    }),
  );
}

const askedAt = {
  at: hoursAgo(1),
  untrustedText: 'Which version do you mean?',
};
const url = 'https://github.com/copilot/tasks/a1b2';
const seen = backendWith([taskOf(1)]);
const approvedBefore = backendWith([
  taskOf(1, {
    ...ofStatus.needs_approval,
    prompt: 'Upgrade lodash to 4.17.21.\nRun the tests.\nOpen a draft.',
  }),
  taskOf(2, {
    ...ofStatus.done,
    policy: { id: 'services', version: 2, result: 'ask' },
    prompt: 'Upgrade lodash to 4.17.20.\nRun the tests.\nOpen a draft.',
  }),
]);

export const taskPage: Room = {
  title: 'Task',
  path: '/agent-tasks/tasks/task-1',
  scenes: {
    loading: { answers: {} },
    absurd: about(mostAbsurdTask),
    error: { answers: failing(broken) },
    denied: { answers: failing(denied) },
    'not found': { answers: failing(notFound) },
    'backend gone': { answers: failing(unreachable) },
    'backend gone while looking': { answers: failingSoon(seen, unreachable) },
    'permission lost while looking': { answers: failingSoon(seen, denied) },
    'vanished while looking': { answers: failingSoon(seen, notFound) },
    'provider gone': about({ staleSince: hoursAgo(2) }),

    ...each(TASK_STATUSES, status => [`status: ${status}`, ofStatus[status]]),
    ...each(ATTENTIONS, attention => [
      `attention: ${attention}`,
      {
        ...ofStatus[statusOfAttention[attention]],
        attention,
        attentionReason: ATTENTION_REASONS[attention].at(-1),
      },
    ]),

    'answer: at the provider': about({
      question: askedAt,
      answer: { mode: 'at_provider', url, pullRequest: null },
    }),
    'answer: by comment': about({
      question: { ...askedAt, options: ['4.17.21', '5.0.0'] },
      answer: { mode: 'comment', url, pullRequest: 214 },
    }),
    'answer: nowhere': about({
      answer: { mode: 'none', url: null, pullRequest: null },
    }),
    'answer: refused': about(
      { answer: { mode: 'comment', url, pullRequest: 214 } },
      { act: broken },
    ),

    'approval with undo': {
      ...about(ofStatus.needs_approval),
      begin: () => pendingCommands.add('task-1', 'approve', () => {}),
    },
    'approval with an earlier one': { answers: approvedBefore },
    'approval refused': about(ofStatus.needs_approval, { act: ownTask }),
    'start tried again meanwhile': about(
      { ...ofStatus.unclear, attempts: 1 },
      { act: changedMeanwhile },
    ),
    'prompt kept from me': about({
      ...ofStatus.needs_approval,
      prompt: null,
      parameters: null,
    }),
    'somebody is quicker': about({}, { update: changedMeanwhile }),
    'nothing allowed': about({ allowedActions: [] }),
    'being stopped': about({
      ...ofStatus.working,
      cancelRequestedAt: hoursAgo(0.1),
      cancelRequestedBy: 'user:default/bo',
    }),
    'conflict with its base': about({
      ...ofStatus.in_review,
      attentionReason: 'conflict',
      allowedActions: ['update', 'retry', 'accept'],
    }),
    'half done': about({
      ...ofStatus.in_review,
      partial: {
        exists: ['branch'],
        missing: ['pull_request'],
        advice: 'open_pull_request',
      },
      artifacts: [
        { type: 'branch', headRef: 'copilot/x', baseRef: 'main', url: null },
      ],
      allowedActions: ['update', 'open_pull_request', 'rollback', 'retry'],
    }),
    'every flag': about({ flags: [...TASK_FLAGS] }),

    ...each(FAILURE_CLASSES, failureClass => [
      `run again: ${failureClass}`,
      {
        ...ofStatus.not_done,
        attentionReason: failureClass,
        failure: { class: failureClass, at: hoursAgo(1), untrustedText: null },
      },
    ]),

    'timeline and record load': about(
      {},
      {
        events: () => new Promise(() => {}),
        record: () => new Promise(() => {}),
      },
    ),
    'timeline and record fail': about({}, { events: broken, record: denied }),
    'nothing told of its changes': about(
      {},
      {
        record: async () => ({
          ...recordOf(taskOf(1)),
          evidence: { claimed: null, observed: { checks: [], files: [] } },
        }),
      },
    ),
    'record broken': about(
      {},
      {
        record: async () => ({
          ...recordOf(taskOf(1)),
          chain: { intact: false, count: 3, head: null, brokenAt: 2 },
        }),
      },
    ),
  },
};
