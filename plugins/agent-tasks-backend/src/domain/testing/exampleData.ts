import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordedPullRequest } from '../observation/mergePullRequests';
import { TaskAsk } from '../task/taskAsk';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Noon of an ordinary day; the provider's clock is taken to agree. */
export const NOON = Date.UTC(2026, 10, 20, 12);

export const ana = 'user:default/ana';
export const bo = 'user:default/bo';
export const payments = 'group:default/payments';
export const platform = 'group:default/platform';

export function exampleAsk(over: Partial<TaskAsk> = {}): TaskAsk {
  return {
    id: 't1',
    title: 'Upgrade lodash',
    entityRef: 'component:default/payments-api',
    isEntityBound: true,
    repository: {
      host: 'github.com',
      slug: 'acme/payments-api',
      url: 'https://github.com/acme/payments-api',
      id: null,
    },
    baseRef: 'default',
    requestedModel: 'auto',
    customAgent: null,
    createPullRequest: true,
    template: {
      ref: 'agenttasktemplate:default/dependency-bump',
      version: '1.2.0',
      digest: 'sha256:template',
    },
    promptDigest: 'sha256:prompt',
    approvalDigest: 'sha256:asked',
    requester: { ref: ana, type: 'user' },
    via: { kind: 'portal', ref: null, run: null },
    identity: { id: 'portal', type: 'token', login: null },
    policy: {
      id: 'services',
      version: 3,
      digest: 'sha256:policy',
      result: 'allow',
      fourEyes: true,
    },
    terms: {
      success: 'merged',
      requiredChecks: [],
      routing: {
        remindAfter: 4 * HOUR,
        escalateAfter: DAY,
        escalateTo: platform,
      },
      timeLimits: {
        queued: 7 * DAY,
        approval: 3 * DAY,
        running: 2 * HOUR,
        waitingForUser: 3 * DAY,
        settleBy: 14 * DAY,
      },
      rollback: ['close-pull-request'],
      fallbackWithoutModel: false,
    },
    providerId: 'github-copilot',
    priority: 0,
    fairKey: payments,
    estimatedCost: 120,
    parentTaskId: null,
    people: {
      owners: [payments],
      approvers: ['group:default/leads'],
      reviewers: [],
      operators: ['group:default/operators'],
      identityOwners: [platform],
      budgetOwners: ['group:default/finance'],
      fallback: ['group:default/fallback'],
      isOwnerSubstituted: false,
    },
    ...over,
  };
}

export function exampleProviderTask(
  over: Partial<ProviderTask> = {},
): ProviderTask {
  return {
    id: 'p1',
    state: 'in_progress',
    createdAt: NOON,
    updatedAt: NOON,
    sessionCount: 1,
    repositoryId: '77',
    creatorId: '5',
    artifacts: [],
    raw: null,
    ...over,
  };
}

export function examplePullRequest(
  over: Partial<RecordedPullRequest> = {},
): RecordedPullRequest {
  return {
    databaseId: '9001',
    number: 214,
    url: 'https://github.com/acme/payments-api/pull/214',
    state: 'open',
    draft: true,
    headRef: 'copilot/upgrade',
    headSha: 'abc',
    baseRef: 'main',
    checks: 'pending',
    checkRuns: [],
    review: 'required',
    approvedBy: [],
    mergeable: true,
    updatedAt: NOON,
    changedFiles: 2,
    additions: 10,
    deletions: 3,
    outOfScope: [],
    sentAt: NOON,
    ...over,
  };
}
