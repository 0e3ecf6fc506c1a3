import type {
  Task,
  TaskArtifact,
  TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TASK_STATUSES } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleTask } from '../../src/testing/exampleTask';
import { hoursAgo } from './times';

/** A task that an agent asks something about; `number` makes it another one. */
export function taskOf(number: number, changes: Partial<Task> = {}): Task {
  return exampleTask({
    id: `task-${number}`,
    title: `Upgrade dependency ${number}`,
    createdAt: hoursAgo(number + 6),
    startedAt: hoursAgo(number + 5),
    updatedAt: hoursAgo(number),
    attentionSince: hoursAgo(number + 1),
    attentionDueAt: hoursAgo(-number - 0.5),
    stages: [
      { stage: 'asked', at: hoursAgo(number + 6) },
      { stage: 'waiting', at: hoursAgo(number + 6) },
      { stage: 'working', at: hoursAgo(number + 5) },
    ],
    ...changes,
  });
}

/** The pull request of the example, as it stands otherwise. */
export function pullRequest(
  changes: Partial<Extract<TaskArtifact, { type: 'pull_request' }>>,
): TaskArtifact[] {
  return exampleTask().artifacts.map(artifact =>
    artifact.type === 'pull_request' ? { ...artifact, ...changes } : artifact,
  );
}

const calm: Partial<Task> = {
  attention: null,
  attentionReason: null,
  attentionSince: null,
  attentionDueAt: null,
};

const unsent: Partial<Task> = {
  providerName: null,
  providerState: null,
  provider: { id: 'github-copilot', taskId: null, url: null },
  startedAt: null,
  attempts: 0,
  sessions: [],
  artifacts: [],
  cost: { unit: 'ai_credits', estimated: 120, actual: null },
};

const ended: Partial<Task> = { ...calm, endedAt: hoursAgo(1) };

/** What makes the example a task of each status. */
export const ofStatus: Record<TaskStatus, Partial<Task>> = {
  needs_approval: {
    ...unsent,
    status: 'needs_approval',
    state: 'pending_approval',
    phase: 'pending_approval',
    attention: 'approval',
    attentionReason: 'policy',
    approvalDigest: `sha256:${'0f'.repeat(32)}`,
    policy: { id: 'services', version: 3, result: 'ask' },
    requester: { ref: 'user:default/bo', type: 'user' },
    allowedActions: ['update', 'approve', 'reject', 'cancel'],
  },
  waiting: {
    ...calm,
    ...unsent,
    status: 'waiting',
    state: 'queued',
    phase: 'queued',
    held: {
      reason: 'owner_limit',
      since: hoursAgo(2),
      used: 5,
      limit: 5,
      ref: 'group:default/payments',
    },
    queue: { position: 3, startsInSeconds: 1_800, basis: 'history' },
    allowedActions: ['update', 'cancel'],
  },
  working: {
    ...calm,
    status: 'working',
    state: 'in_progress',
    providerState: 'in_progress',
    allowedActions: ['update', 'cancel'],
  },
  needs_you: {},
  in_review: {
    status: 'in_review',
    state: 'completed',
    providerState: 'completed',
    attention: 'review',
    attentionReason: 'ready',
    artifacts: pullRequest({ draft: false, checks: 'passing' }),
    allowedActions: ['update', 'accept'],
  },
  done: {
    ...ended,
    status: 'done',
    state: 'completed',
    providerState: 'completed',
    outcome: 'succeeded',
    outcomeReason: 'merged',
    artifacts: pullRequest({
      state: 'merged',
      draft: false,
      checks: 'passing',
      review: 'approved',
    }),
    allowedActions: ['update', 'retry', 'accept'],
  },
  not_done: {
    ...ended,
    status: 'not_done',
    state: 'failed',
    providerState: 'failed',
    outcome: 'failed',
    outcomeReason: 'agent_failed',
    attention: 'failure',
    attentionReason: 'agent_failed',
    attentionSince: hoursAgo(1),
    failure: {
      class: 'agent_failed',
      at: hoursAgo(1),
      untrustedText: 'The tests do not pass.',
    },
    allowedActions: ['update', 'retry', 'accept'],
  },
  cancelled: {
    ...ended,
    status: 'cancelled',
    state: 'cancelled',
    providerState: 'cancelled',
    outcome: 'cancelled',
    outcomeReason: 'cancelled_by_requester',
    cancelRequestedAt: hoursAgo(2),
    cancelRequestedBy: 'user:default/ana',
    allowedActions: ['update', 'retry'],
  },
  unclear: {
    status: 'unclear',
    state: 'unconfirmed',
    phase: 'quarantined',
    providerState: null,
    provider: { id: 'github-copilot', taskId: null, url: null },
    attention: 'unconfirmed',
    attentionReason: 'quarantined',
    allowedActions: ['update', 'resolve'],
  },
};

/** One of each status. */
export const everyStatus: Task[] = TASK_STATUSES.map((status, index) =>
  taskOf(index + 1, ofStatus[status]),
);

/** As many as are asked for, of every status. */
export function tasksOf(count: number): Task[] {
  return Array.from({ length: count }, (_, index) =>
    taskOf(index + 1, ofStatus[TASK_STATUSES[index % TASK_STATUSES.length]]),
  );
}

/** More than anybody reads. */
export const manyTasks: Task[] = tasksOf(500);
