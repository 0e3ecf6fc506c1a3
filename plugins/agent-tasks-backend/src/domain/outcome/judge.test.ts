import {
  Outcome,
  SuccessCondition,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { EvidenceFlag } from './evidenceFlag';
import { Task } from '../task/task';
import {
  DAY,
  exampleAsk,
  examplePullRequest,
  HOUR,
  MINUTE,
  NOON,
} from '../testing/exampleData';
import {
  exampleEventWith,
  taskAfter,
  taskIn,
  trackedTask,
} from '../testing/exampleTask';
import { honestRate, rateShareOf } from './honestRate';
import { judge } from './judge';
import { OutcomeReason } from './judgement';
import { partialStateOf } from './partialState';

const LATER = NOON + HOUR;

const withSuccess = (
  success: SuccessCondition,
  requiredChecks: string[] = [],
) => ({
  ask: { terms: { ...exampleAsk().terms, success, requiredChecks } },
});

type PullRequest = Parameters<typeof examplePullRequest>[0];

const withPullRequest = (
  task: Task,
  over: PullRequest = {},
  flags: EvidenceFlag[] = [],
) =>
  taskAfter(task, [
    exampleEventWith('artifactsRead', {
      pullRequests: [examplePullRequest(over)],
      flags,
    }),
  ]);

const branch = {
  artifacts: [{ type: 'branch' as const, headRef: 'copilot/upgrade' }],
};

const wished = (kind: 'requester' | 'other' | 'time_limit') =>
  taskAfter(taskIn('tracking'), [
    exampleEventWith('cancelRequested', { kind }),
  ]);

const cancelled = (task: Task) =>
  taskAfter(task, [
    exampleEventWith('observed', {
      providerTask: {
        id: 'p1',
        state: 'cancelled',
        createdAt: NOON,
        updatedAt: NOON + 1,
        sessionCount: 1,
        artifacts: [],
        raw: null,
      },
      sentAt: NOON + 1,
    }),
  ]);

type Row = [string, Task, Outcome | null, OutcomeReason | null];

const completed = (over = withSuccess('merged')) =>
  trackedTask({ state: 'completed' }, over);

// One situation per line, so that the table reads as a table.
// prettier-ignore
const rows: Row[] = [
  ['a merge while the agent idles', withPullRequest(trackedTask({ state: 'idle' }), { state: 'merged' }), 'succeeded', 'merged'],
  ['a merge while it works', withPullRequest(trackedTask({}), { state: 'merged' }), 'succeeded', 'merged'],
  ['an open pull request where a merge is asked for', withPullRequest(completed()), null, null],
  ['passing checks', withPullRequest(completed(withSuccess('checks')), { checks: 'passing' }), 'succeeded', 'checks_passed'],
  ['pending checks', withPullRequest(completed(withSuccess('checks')), { checks: 'pending' }), null, null],
  [
    'passing checks while it works',
    withPullRequest(trackedTask({}, withSuccess('checks')), {
      checks: 'passing',
    }),
    null,
    null,
  ],
  [
    'the required check passing',
    withPullRequest(completed(withSuccess('checks', ['ci'])), {
      checkRuns: [
        { name: 'ci', state: 'passing' },
        { name: 'x', state: 'failing' },
      ],
    }),
    'succeeded',
    'checks_passed',
  ],
  [
    'the required check absent',
    withPullRequest(completed(withSuccess('checks', ['ci'])), {
      checks: 'passing',
    }),
    null,
    null,
  ],
  ['a pull request', withPullRequest(completed(withSuccess('pull-request'))), 'succeeded', 'pull_request_opened'],
  ['a pull request with files out of scope', withPullRequest(completed(withSuccess('pull-request')), {}, ['out_of_scope_files']), null, null],
  ['files out of scope that a person merged', withPullRequest(completed(), { state: 'merged' }, ['out_of_scope_files']), 'succeeded', 'merged'],
  ['a merge the requester alone approved', withPullRequest(completed(), { state: 'merged' }, ['self_reviewed']), null, null],
  ['a branch', trackedTask({ state: 'completed', ...branch }, withSuccess('branch')), 'succeeded', 'branch_pushed'],
  ['a branch where a merge is asked for', trackedTask({ state: 'completed', ...branch }), null, null],
  ['a merge where a person has to accept', withPullRequest(completed(withSuccess('accepted')), { state: 'merged' }), null, null],
  ['nothing to show', completed(), 'noop', 'no_changes'],
  [
    'a pull request without a difference',
    withPullRequest(completed(withSuccess('pull-request')), {
      changedFiles: 0,
    }),
    'noop',
    'no_changes',
  ],
  [
    'a pull request not read yet',
    trackedTask({
      state: 'completed',
      artifacts: [{ type: 'pull_request', databaseId: '1' }],
    }),
    null,
    null,
  ],
  ['closed unmerged', withPullRequest(completed(), { state: 'closed' }), 'failed', 'review_rejected'],
  ['the agent failed', trackedTask({ state: 'failed' }), 'failed', 'agent_failed'],
  ['the provider’s time limit', trackedTask({ state: 'timed_out' }), 'timed_out', 'time_limit'],
  ['cancelled by its requester', cancelled(wished('requester')), 'cancelled', 'cancelled_by_requester'],
  ['cancelled by others', cancelled(wished('other')), 'cancelled', 'cancelled_by_others'],
  ['cancelled at the provider', cancelled(taskIn('tracking')), 'cancelled', 'cancelled_by_others'],
  ['stopped by our time limit', cancelled(wished('time_limit')), 'timed_out', 'time_limit'],
  ['still working', trackedTask({}), null, null],
  ['a wish to stop that no read has confirmed', wished('requester'), null, null],
];

describe('judge', () => {
  it.each(rows)('%s', (_name, task, outcome, reason) => {
    const judgement = judge(task, LATER);
    expect(judgement && [judgement.outcome, judgement.reason]).toEqual(
      outcome && [outcome, reason],
    );
  });

  it('waits a little before it calls a run empty', () => {
    expect(judge(completed(), NOON + 5 * MINUTE - 1)).toBeNull();
    expect(judge(completed(), NOON + 5 * MINUTE)?.outcome).toBe('noop');
  });

  it('settles what was never settled, and corrects it when it is merged after all', () => {
    const open = withPullRequest(completed());
    expect(judge(open, NOON + 14 * DAY - 1)).toBeNull();
    const judgement = judge(open, NOON + 14 * DAY);
    expect(judgement?.reason).toBe('never_settled');
    const settled = taskAfter(open, [
      exampleEventWith('judged', { judgement: judgement! }),
    ]);
    const merged = withPullRequest(settled, { state: 'merged' });
    expect(judge(merged, NOON + 15 * DAY)?.outcome).toBe('succeeded');
  });

  it('gives a task up that was out of reach for a week', () => {
    const lost = [0, 5, 10].reduce(
      (task, minutes) =>
        taskAfter(task, ['readFailed'], NOON + minutes * MINUTE),
      taskIn('tracking'),
    );
    expect(lost.flags).toContain('access_lost');
    expect(judge(lost, NOON + 7 * DAY - 1)).toBeNull();
    expect(judge(lost, NOON + 7 * DAY)?.outcome).toBe('lost');
  });

  it('never overrules a person, and never takes a success back', () => {
    const merged = withPullRequest(completed(), { state: 'merged' });
    expect(judge(taskAfter(merged, ['overruled']), LATER)).toBeNull();
    const judged = taskAfter(merged, [
      exampleEventWith('judged', { judgement: judge(merged, LATER)! }),
    ]);
    expect(judge(judged, LATER + DAY)).toBeNull();
  });

  it('names its evidence', () => {
    const task = withPullRequest(completed(withSuccess('checks', ['ci'])), {
      checkRuns: [{ name: 'ci', state: 'passing' }],
    });
    expect(judge(task, LATER)?.evidence).toEqual([
      'pull_request:214',
      'check:ci',
    ]);
  });
});

describe('the ends before tracking', () => {
  it.each([
    ['rejected', 'cancelled', 'rejected', 'excluded'],
    ['withdrawn', 'cancelled', 'cancelled_by_requester', 'excluded'],
    ['expired', 'timed_out', 'expired', 'miss'],
    ['refused', 'failed', 'refused', 'miss'],
    ['written_off', 'lost', 'written_off', 'miss'],
  ] as const)('%s comes to %s', (phase, outcome, outcomeReason, share) => {
    const task = taskIn(phase);
    expect(task).toMatchObject({ outcome, outcomeReason });
    expect(rateShareOf(task)).toBe(share);
  });
});

describe('the honest rate', () => {
  it.each([
    ['succeeded', 'merged', 'success'],
    ['noop', 'no_changes', 'miss'],
    ['failed', 'agent_failed', 'miss'],
    ['failed', 'never_settled', 'miss'],
    ['timed_out', 'time_limit', 'miss'],
    ['cancelled', 'cancelled_by_requester', 'excluded'],
    ['cancelled', 'cancelled_by_others', 'miss'],
    ['cancelled', 'rejected', 'excluded'],
    ['lost', 'access_lost', 'miss'],
    ['pending', null, 'excluded'],
  ] as const)('%s (%s) is a %s', (outcome, outcomeReason, share) => {
    expect(rateShareOf({ outcome, outcomeReason })).toBe(share);
  });

  it('divides by what was really asked', () => {
    expect(honestRate(['success', 'miss', 'excluded', 'excluded'])).toBe(0.5);
    expect(honestRate(['excluded'])).toBeNull();
  });
});

describe('partialStateOf', () => {
  it.each([
    [
      'a run that failed on a branch',
      trackedTask({ state: 'failed', ...branch }),
      {
        exists: ['branch'],
        missing: ['pull_request'],
        advice: 'inspect_branch',
      },
    ],
    [
      'a run that ended on a branch',
      trackedTask({ state: 'completed', ...branch }),
      {
        exists: ['branch'],
        missing: ['pull_request'],
        advice: 'open_pull_request',
      },
    ],
    [
      'half a draft',
      withPullRequest(trackedTask({ state: 'timed_out' })),
      {
        exists: ['branch', 'pull_request'],
        missing: ['result'],
        advice: 'finish_or_close_pull_request',
      },
    ],
    ['a draft that waits for review', withPullRequest(completed()), null],
    ['a run that still works on a branch', trackedTask(branch), null],
    ['nothing at all', trackedTask({ state: 'failed' }), null],
    [
      'a branch that was all that was asked for',
      trackedTask(
        { state: 'completed', ...branch },
        { ask: { createPullRequest: false } },
      ),
      null,
    ],
  ])('%s', (_name, task, partial) => {
    expect(partialStateOf(task)).toEqual(partial);
  });
});
