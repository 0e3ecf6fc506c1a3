import {
  EventEnvelope,
  TaskEvent,
  TaskEventFields,
  TaskEventType,
} from '../task/taskEvent';
import { Task } from '../task/task';
import {
  exampleAsk,
  examplePullRequest,
  exampleProviderTask,
  MINUTE,
} from './exampleData';

export type ExampleEventFields<T extends TaskEventType> = TaskEventFields[T] &
  EventEnvelope;

/** The fields of an event that fits this task: the current epoch, the current digest. */
const FIELDS: {
  [T in TaskEventType]: (task: Task | null, now: number) => TaskEventFields[T];
} = {
  submitted: () => ({ ask: exampleAsk() }),
  submittedForApproval: () => ({ ask: exampleAsk() }),
  approved: task => ({ digest: task?.approvalDigest ?? '' }),
  rejected: () => ({ reason: 'Not now' }),
  approvalNeeded: () => ({ digest: 'sha256:drifted', isVoid: true }),
  denied: () => ({ failureClass: 'policy_changed', reason: 'policy' }),
  cancelRequested: () => ({ kind: 'requester' }),
  expired: () => ({}),
  preflighted: () => ({
    repositoryId: '77',
    slug: 'acme/payments-api',
    baseRef: 'main',
    marker: 'at1_t1_abcdefgh',
    login: 'acme-agent',
    creatorId: '5',
    approvalDigest: 'sha256:asked',
  }),
  heldChanged: (_task, now) => ({ held: { reason: 'frozen', since: now } }),
  entityBound: () => ({ people: exampleAsk().people }),
  claimed: (_task, now) => ({
    holder: 'replica-1',
    leaseUntil: now + 2 * MINUTE,
  }),
  created: task => ({
    epoch: task?.epoch ?? 0,
    providerTask: exampleProviderTask(),
  }),
  notSent: (task, now) => ({ epoch: task?.epoch ?? 0, retryAt: now + 5_000 }),
  turnedAway: (task, now) => ({ epoch: task?.epoch ?? 0, until: now + MINUTE }),
  refused: task => ({
    epoch: task?.epoch ?? 0,
    failureClass: 'permission_denied',
  }),
  ambiguous: task => ({ epoch: task?.epoch ?? 0, reason: 'timeout' }),
  leaseExpired: task => ({ epoch: task?.epoch ?? 0 }),
  found: () => ({ providerTask: exampleProviderTask() }),
  foundInUse: (_task, now) => ({
    providerTaskId: 'p1',
    otherTaskId: 't2',
    nextLookAt: now + MINUTE,
  }),
  absent: (_task, now) => ({ nextLookAt: now + MINUTE }),
  gaveUp: (_task, now) => ({ nextLookAt: now + MINUTE }),
  confirmedNotStarted: task => ({
    epoch: task?.epoch ?? 0,
    reason: 'Looked at GitHub',
  }),
  writtenOff: () => ({ reason: 'Nobody knows' }),
  observed: (_task, now) => ({
    providerTask: exampleProviderTask({ updatedAt: now }),
    sentAt: now,
  }),
  readFailed: (_task, now) => ({
    isGone: true,
    failureClass: 'repository_not_found',
    retryAt: now + MINUTE,
  }),
  artifactsRead: () => ({
    pullRequests: [examplePullRequest()],
    flags: [],
    followed: 1,
  }),
  stopTried: () => ({ result: 'accepted' }),
  judged: () => ({
    judgement: {
      outcome: 'failed',
      reason: 'agent_failed',
      failureClass: 'agent_failed',
      evidence: [],
    },
  }),
  overruled: () => ({ outcome: 'failed', reason: 'Merged, but not a win' }),
  updated: () => ({ title: 'Another title' }),
  answered: () => ({ isAtProvider: false }),
  rerouted: () => ({ people: exampleAsk().people }),
  reminded: () => ({ isEscalation: false }),
  timePassed: () => ({}),
  noted: () => ({ what: 'rollback' }),
};

export const EVENT_TYPES = Object.keys(FIELDS) as TaskEventType[];

/** An event that fits the task: by Bo, who did not ask for it. */
export function exampleEvent(
  type: TaskEventType,
  task: Task | null,
  now: number,
): TaskEvent {
  return {
    type,
    actor: { type: 'user', ref: 'user:default/bo' },
    source: 'command',
    ...FIELDS[type](task, now),
  } as TaskEvent;
}
