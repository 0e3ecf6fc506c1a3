import { Task } from '../../domain/task/task';
import {
  ana,
  bo,
  examplePullRequest,
  HOUR,
  MINUTE,
  platform,
} from '../../domain/testing/exampleData';
import { trackedTask } from '../../domain/testing/exampleTask';

type Filled = { [Field in keyof Task]-?: NonNullable<Task[Field]> };

/**
 * A task in which every field says something, to see that none is lost on the way. A field that is
 * new in `Task` does not compile until it is here. It need not make sense as a whole.
 */
export function filledTask(id: string, now: number): Filled {
  const tracked = trackedTask({
    state: 'surprised',
    url: 'https://github.com/acme/payments-api/tasks/1',
    untrustedName: 'Größe „100 %“ \u0000 \u{1f600}',
    sessions: [
      {
        id: 'session-1',
        state: 'failed',
        createdAt: now,
        usage: { unit: 'ai_credits', amount: 33.6 },
        headRef: 'copilot/upgrade',
      },
    ],
    artifacts: [
      { type: 'pull_request', databaseId: '9001' },
      { type: 'branch', headRef: 'copilot/upgrade' },
    ],
  });
  return {
    ...tracked,
    id,
    title: "Größe „100 %“ — '); drop table task; -- \u{1f600}",
    entityRef: 'component:default/payments-api',
    repository: { ...tracked.repository, id: `repository-${id}` },
    customAgent: 'reviewer',
    template: {
      ref: 'agenttasktemplate:default/dependency-bump',
      version: '1.2.0',
      digest: 'sha256:template',
    },
    via: { kind: 'scaffolder', ref: 'template:default/service', run: 'r1' },
    priority: -10,
    estimatedCost: 120.5,
    parentTaskId: 'parent',
    people: { ...tracked.people, reviewers: [bo] },
    version: 7,
    revision: 5,
    createdAt: now,
    updatedAt: now + 1,
    phaseSince: now + 2,
    queuedAt: now + 3,
    approval: { by: bo, at: now + 4, digest: 'sha256:asked' },
    isApprovalVoid: true,
    held: { reason: 'budget', since: now, used: 1, limit: 2, ref: platform },
    attempts: 2,
    epoch: 3,
    lease: { holder: 'replica-1', until: now + MINUTE },
    intentAt: now + 5,
    marker: 'at1_t1_abcdefgh',
    preflightAt: now + 6,
    looks: 4,
    isModelDropped: true,
    settledAs: 'confirmed_not_started',
    providerTaskId: `provider-${id}`,
    providerCreatorId: '5',
    providerState: 'surprised',
    pullRequests: [examplePullRequest({ checkRuns: [] })],
    gone: { count: 2, since: now },
    staleSince: now + 7,
    needsSignInSince: now + 8,
    startedAt: now + 9,
    endedAt: now + 10,
    cancelRequested: {
      kind: 'time_limit',
      by: 'system',
      at: now,
      reason: null,
      failureClass: 'timed_out',
    },
    stopAttempts: 1,
    costs: [{ session: 'start:3', kind: 'reserve', amount: 0.1 + 0.2 }],
    outcome: 'failed',
    outcomeReason: 'agent_failed',
    outcomeAt: now + 11,
    outcomeBy: bo,
    failure: { class: 'agent_failed', at: now + 12 },
    flags: ['unknown_state', 'shared_identity'],
    attention: 'failure',
    attentionReason: 'agent_failed',
    attentionSince: now + 13,
    attentionDueAt: now + HOUR,
    routedTo: [ana, platform],
    assignee: bo,
    snoozedUntil: now + HOUR + 1,
    acknowledgedAt: now + 14,
    answeredAt: now + 15,
    answeredBy: bo,
    answers: 2,
    remindedAt: now + 16,
    escalatedAt: now + 17,
    startDueAt: now + HOUR + 2,
    readDueAt: now + HOUR + 3,
    artifactDueAt: now + HOUR + 4,
    judgeDueAt: now + HOUR + 5,
    remindDueAt: now + HOUR + 6,
    nextStartAt: now + HOUR + 7,
    // Follow from the record; the store sets both.
    eventCount: 0,
    chainHead: '',
  };
}
