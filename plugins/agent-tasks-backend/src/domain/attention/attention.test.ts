import {
  Attention,
  ATTENTION_REASONS,
  ATTENTIONS,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { EvidenceFlag } from '../outcome/evidenceFlag';
import { Task } from '../task/task';
import {
  ana,
  DAY,
  exampleAsk,
  examplePullRequest,
  HOUR,
  MINUTE,
  NOON,
  payments,
} from '../testing/exampleData';
import {
  exampleEventWith,
  taskAfter,
  taskIn,
  trackedTask,
} from '../testing/exampleTask';
import { attentionOf, HELD_PATIENCE_MS } from './attention';
import { routesOf } from './routing';

const held = (reason: keyof typeof HELD_PATIENCE_MS): Task => ({
  ...taskIn('queued'),
  held: { reason, since: NOON },
});

type PullRequest = Parameters<typeof examplePullRequest>[0];

const reviewed = (
  over: PullRequest = {},
  flags: EvidenceFlag[] = [],
  state = 'completed',
) =>
  taskAfter(trackedTask({ state }), [
    exampleEventWith('artifactsRead', {
      pullRequests: [examplePullRequest(over)],
      flags,
    }),
  ]);

const lost = () =>
  [0, 5, 10].reduce(
    (task, minutes) => taskAfter(task, ['readFailed'], NOON + minutes * MINUTE),
    taskIn('tracking'),
  );

const branch = {
  artifacts: [{ type: 'branch' as const, headRef: 'copilot/x' }],
};
const accepted = {
  ask: { terms: { ...exampleAsk().terms, success: 'accepted' as const } },
};
const operators = 'group:default/operators';
const leads = 'group:default/leads';

type Row = [Attention | null, string | null, string, Task, number, string[]];

/** attention, reason, the situation, the task, when, who is to look. */
// One situation per line, so that the table reads as a table.
// prettier-ignore
const rows: Row[] = [
  ['approval', 'policy', 'policy wants a yes', taskIn('pending_approval'), NOON, [leads]],
  ['approval', 'void', 'an approval no longer holds', { ...taskIn('pending_approval'), isApprovalVoid: true }, NOON, [leads]],
  ['question', 'asked', 'the agent asks', trackedTask({ state: 'waiting_for_user' }), NOON, [payments]],
  [null, null, 'the agent was answered', taskAfter(trackedTask({ state: 'waiting_for_user' }), ['answered']), NOON + HOUR - 1, []],
  ['question', 'asked', 'an answer changed nothing for an hour', taskAfter(trackedTask({ state: 'waiting_for_user' }), ['answered']), NOON + HOUR, [payments]],
  [null, null, 'the agent is quiet for 29 minutes', trackedTask({ state: 'idle' }), NOON + 29 * MINUTE, []],
  ['question', 'quiet', 'the agent is quiet for 30 minutes without an artifact', trackedTask({ state: 'idle' }), NOON + 30 * MINUTE, [payments]],
  ['review', 'ready', 'the agent is quiet for 30 minutes with a pull request', reviewed({}, [], 'idle'), NOON + 30 * MINUTE, [payments]],
  [null, null, 'a pull request of a run that works', reviewed({}, [], 'in_progress'), NOON + HOUR, []],
  ['review', 'ready', 'a draft is ready', reviewed(), NOON, [payments]],
  ['review', 'run_checks', 'checks wait for a person', reviewed({ checks: 'awaiting_approval' }), NOON, [payments]],
  ['review', 'conflict', 'it cannot be merged', reviewed({ mergeable: false }), NOON, [payments]],
  ['review', 'merge', 'approved and green', reviewed({ review: 'approved', checks: 'passing' }), NOON, [payments]],
  ['review', 'ready', 'approved, checks still run', reviewed({ review: 'approved', checks: 'pending' }), NOON, [payments]],
  ['review', 'inspect_branch', 'a branch without a pull request', trackedTask({ state: 'completed', ...branch }), NOON, [payments]],
  ['review', 'accept', 'only a person can accept', taskAfter(trackedTask({ state: 'completed' }, accepted), ['artifactsRead']), NOON, [payments]],
  ['review', 'out_of_scope', 'files outside the scope', reviewed({ mergeable: false }, ['out_of_scope_files']), NOON, [payments]],
  ['review', 'self_reviewed', 'the requester alone approved', reviewed({ review: 'approved', checks: 'passing' }, ['self_reviewed']), NOON, [payments]],
  ['review', 'self_reviewed', 'the requester alone approved, and it was merged', reviewed({ state: 'merged' }, ['self_reviewed']), NOON, [payments]],
  ['review', 'stale', 'nothing happened for a week', reviewed(), NOON + 7 * DAY, [payments]],
  ['failure', 'agent_failed', 'the agent failed', taskAfter(trackedTask({ state: 'failed' }), ['judged']), NOON, [payments, ana]],
  [null, null, 'a failure was acknowledged', taskAfter(trackedTask({ state: 'failed' }), ['judged', exampleEventWith('updated', { acknowledged: true })]), NOON, []],
  ['failure', 'policy_changed', 'policy refused it for good', taskIn('refused'), NOON, [payments, ana]],
  ['failure', 'expired', 'it never started', taskIn('expired'), NOON, [payments, ana]],
  [null, null, 'a person rejected it', taskIn('rejected'), NOON, []],
  [null, null, 'its requester withdrew it', taskIn('withdrawn'), NOON, []],
  ['blocked', 'sign_in', 'a token is missing', held('identity'), NOON, [ana]],
  [null, null, 'a budget has been empty for a minute', held('budget'), NOON + MINUTE, []],
  ['blocked', 'budget', 'a budget has been empty for an hour', held('budget'), NOON + HOUR, [ana]],
  [null, null, 'frozen for some hours', held('frozen'), NOON + 23 * HOUR, []],
  ['blocked', 'held_too_long', 'frozen for a day', held('frozen'), NOON + DAY, [ana]],
  [null, null, 'a window is closed over a weekend', held('window'), NOON + 2 * DAY, []],
  ['unconfirmed', 'quarantined', 'the machine gave up', taskIn('quarantined'), NOON, [operators]],
  ['unconfirmed', 'access_lost', 'the task cannot be read', lost(), NOON + 10 * MINUTE, [operators]],
  [null, null, 'it waits for its turn', taskIn('queued'), NOON, []],
  [null, null, 'it works', taskIn('tracking'), NOON + HOUR, []],
];

describe('attention', () => {
  it.each(rows)('%s %s: %s', (attention, reason, _name, task, now, routes) => {
    const need = attentionOf(task, now);
    expect(need).toEqual(attention && { attention, reason });
    expect(need ? routesOf(task, need) : []).toEqual(routes);
  });

  it('has a row for every attention and every reason', () => {
    const covered = new Set(
      rows.map(([attention, reason]) => `${attention} ${reason}`),
    );
    const wanted = ATTENTIONS.filter(
      attention => attention !== 'failure',
    ).flatMap(attention =>
      ATTENTION_REASONS[attention].map(reason => `${attention} ${reason}`),
    );
    expect(wanted.filter(key => !covered.has(key))).toEqual([]);
  });
});
