import {
  Attention,
  ATTENTION_REASONS,
  ATTENTIONS,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import {
  ana,
  bo,
  DAY,
  exampleAsk,
  examplePullRequest,
  HOUR,
  MINUTE,
  NOON,
  payments,
  platform,
} from '../testing/exampleData';
import {
  exampleEventWith,
  taskAfter,
  taskIn,
  trackedTask,
} from '../testing/exampleTask';
import { attentionOf, HELD_PATIENCE_MS } from './attention';
import { inboxGroups, isForTeam, isMine } from './inbox';
import { routesOf } from './routing';
import { reminderOf, withAttention } from './withAttention';

const held = (reason: keyof typeof HELD_PATIENCE_MS): Task => ({
  ...taskIn('queued'),
  held: { reason, since: NOON },
});

type PullRequest = Parameters<typeof examplePullRequest>[0];

const reviewed = (
  over: PullRequest = {},
  flags: Task['flags'] = [],
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
const rows: Row[] = [
  [
    'approval',
    'policy',
    'policy wants a yes',
    taskIn('pending_approval'),
    NOON,
    [leads],
  ],
  [
    'approval',
    'void',
    'an approval no longer holds',
    { ...taskIn('pending_approval'), isApprovalVoid: true },
    NOON,
    [leads],
  ],
  [
    'question',
    'asked',
    'the agent asks',
    trackedTask({ state: 'waiting_for_user' }),
    NOON,
    [payments],
  ],
  [
    null,
    null,
    'the agent was answered',
    taskAfter(trackedTask({ state: 'waiting_for_user' }), ['answered']),
    NOON + HOUR - 1,
    [],
  ],
  [
    'question',
    'asked',
    'an answer changed nothing for an hour',
    taskAfter(trackedTask({ state: 'waiting_for_user' }), ['answered']),
    NOON + HOUR,
    [payments],
  ],
  [
    null,
    null,
    'the agent is quiet for 29 minutes',
    trackedTask({ state: 'idle' }),
    NOON + 29 * MINUTE,
    [],
  ],
  [
    'question',
    'quiet',
    'the agent is quiet for 30 minutes without an artifact',
    trackedTask({ state: 'idle' }),
    NOON + 30 * MINUTE,
    [payments],
  ],
  [
    'review',
    'ready',
    'the agent is quiet for 30 minutes with a pull request',
    reviewed({}, [], 'idle'),
    NOON + 30 * MINUTE,
    [payments],
  ],
  [
    null,
    null,
    'a pull request of a run that works',
    reviewed({}, [], 'in_progress'),
    NOON + HOUR,
    [],
  ],
  ['review', 'ready', 'a draft is ready', reviewed(), NOON, [payments]],
  [
    'review',
    'run_checks',
    'checks wait for a person',
    reviewed({ checks: 'awaiting_approval' }),
    NOON,
    [payments],
  ],
  [
    'review',
    'conflict',
    'it cannot be merged',
    reviewed({ mergeable: false }),
    NOON,
    [payments],
  ],
  [
    'review',
    'merge',
    'approved and green',
    reviewed({ review: 'approved', checks: 'passing' }),
    NOON,
    [payments],
  ],
  [
    'review',
    'ready',
    'approved, checks still run',
    reviewed({ review: 'approved', checks: 'pending' }),
    NOON,
    [payments],
  ],
  [
    'review',
    'inspect_branch',
    'a branch without a pull request',
    trackedTask({ state: 'completed', ...branch }),
    NOON,
    [payments],
  ],
  [
    'review',
    'accept',
    'only a person can accept',
    taskAfter(trackedTask({ state: 'completed' }, accepted), ['artifactsRead']),
    NOON,
    [payments],
  ],
  [
    'review',
    'out_of_scope',
    'files outside the scope',
    reviewed({ mergeable: false }, ['out_of_scope_files']),
    NOON,
    [payments],
  ],
  [
    'review',
    'self_reviewed',
    'the requester alone approved',
    reviewed({ review: 'approved', checks: 'passing' }, ['self_reviewed']),
    NOON,
    [payments],
  ],
  [
    'review',
    'self_reviewed',
    'the requester alone approved, and it was merged',
    reviewed({ state: 'merged' }, ['self_reviewed']),
    NOON,
    [payments],
  ],
  [
    'review',
    'stale',
    'nothing happened for a week',
    reviewed(),
    NOON + 7 * DAY,
    [payments],
  ],
  [
    'failure',
    'agent_failed',
    'the agent failed',
    taskAfter(trackedTask({ state: 'failed' }), ['judged']),
    NOON,
    [payments, ana],
  ],
  [
    null,
    null,
    'a failure was acknowledged',
    taskAfter(trackedTask({ state: 'failed' }), [
      'judged',
      exampleEventWith('updated', { acknowledged: true }),
    ]),
    NOON,
    [],
  ],
  [
    'failure',
    'policy_changed',
    'policy refused it for good',
    taskIn('refused'),
    NOON,
    [payments, ana],
  ],
  [
    'failure',
    'expired',
    'it never started',
    taskIn('expired'),
    NOON,
    [payments, ana],
  ],
  [null, null, 'a person rejected it', taskIn('rejected'), NOON, []],
  [null, null, 'its requester withdrew it', taskIn('withdrawn'), NOON, []],
  ['blocked', 'sign_in', 'a token is missing', held('identity'), NOON, [ana]],
  [
    null,
    null,
    'a budget has been empty for a minute',
    held('budget'),
    NOON + MINUTE,
    [],
  ],
  [
    'blocked',
    'budget',
    'a budget has been empty for an hour',
    held('budget'),
    NOON + HOUR,
    [ana],
  ],
  [null, null, 'frozen for some hours', held('frozen'), NOON + 23 * HOUR, []],
  [
    'blocked',
    'held_too_long',
    'frozen for a day',
    held('frozen'),
    NOON + DAY,
    [ana],
  ],
  [
    null,
    null,
    'a window is closed over a weekend',
    held('window'),
    NOON + 2 * DAY,
    [],
  ],
  [
    'unconfirmed',
    'quarantined',
    'the machine gave up',
    taskIn('quarantined'),
    NOON,
    [operators],
  ],
  [
    'unconfirmed',
    'access_lost',
    'the task cannot be read',
    lost(),
    NOON + 10 * MINUTE,
    [operators],
  ],
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

describe('routing', () => {
  const asked = (over: Partial<Task>) => {
    const task = { ...trackedTask({ state: 'waiting_for_user' }), ...over };
    return routesOf(task, { attention: 'question', reason: 'asked' });
  };
  const people = exampleAsk().people;

  it('goes to whoever took it', () => {
    expect(asked({ assignee: bo })).toEqual([bo]);
  });

  it('never reaches nobody', () => {
    expect(asked({ people: { ...people, owners: [] } })).toEqual(
      people.fallback,
    );
  });

  it('adds the next in line once it has escalated', () => {
    expect(asked({ escalatedAt: NOON })).toEqual([payments, platform]);
  });

  it.each([
    [
      'the template’s reviewers',
      { people: { ...people, reviewers: [bo] } },
      [bo],
    ],
    [
      'the requester as only reviewer',
      { people: { ...people, reviewers: [ana] } },
      [payments, ana],
    ],
    [
      'the requester as only owner',
      { people: { ...people, owners: [ana] } },
      [...people.fallback, ana],
    ],
    ['the requester as assignee', { assignee: ana }, [payments, ana]],
  ])('a review is never the requester’s alone: %s', (_name, over, routes) => {
    expect(
      routesOf(
        { ...reviewed(), ...over },
        { attention: 'review', reason: 'ready' },
      ),
    ).toEqual([...routes].sort());
  });

  it('a blocked start goes on to who owns what is missing', () => {
    const task = { ...held('budget'), escalatedAt: NOON };
    const routes = routesOf(task, { attention: 'blocked', reason: 'budget' });
    expect(routes).toEqual(['group:default/finance', platform, ana]);
  });

  it('a service has no inbox', () => {
    const task: Task = {
      ...held('identity'),
      requester: { ref: 'service:ci', type: 'service' },
    };
    expect(routesOf(task, { attention: 'blocked', reason: 'sign_in' })).toEqual(
      [platform],
    );
  });
});

describe('due times', () => {
  it('a question escalates at half its limit, and counts down to the limit', () => {
    const ask = {
      terms: {
        ...exampleAsk().terms,
        timeLimits: { ...exampleAsk().terms.timeLimits, waitingForUser: DAY },
      },
    };
    const task = trackedTask({ state: 'waiting_for_user' }, { ask });
    expect(task.attentionDueAt).toBe(NOON + DAY);
    const routed = taskAfter(task, ['rerouted']);
    expect(routed.remindDueAt).toBe(NOON + 4 * HOUR);
    const reminded = taskAfter(routed, ['reminded'], NOON + 4 * HOUR);
    expect(reminded.remindDueAt).toBe(NOON + 12 * HOUR);
    expect(reminderOf(reminded, NOON + 12 * HOUR - 1)).toBe('reroute');
    expect(reminderOf(reminded, NOON + 12 * HOUR)).toBe('escalate');
  });

  it('is due for fresh routes the moment it is raised', () => {
    const task = trackedTask({ state: 'waiting_for_user' });
    expect(task).toMatchObject({ remindDueAt: NOON, routedTo: [payments] });
    expect(reminderOf(task, NOON)).toBe('reroute');
  });

  it('is told again when a snooze ends, but a snooze stops no escalation', () => {
    const snoozed = taskAfter(reviewed(), [
      exampleEventWith('updated', { snoozedUntil: NOON + 2 * DAY }),
    ]);
    expect(snoozed.remindDueAt).toBe(NOON + DAY);
    expect(reminderOf(snoozed, NOON + DAY)).toBe('escalate');
    const short = taskAfter(reviewed(), [
      exampleEventWith('updated', { snoozedUntil: NOON + HOUR }),
    ]);
    expect(short.remindDueAt).toBe(NOON + HOUR);
    expect(reminderOf(short, NOON + HOUR)).toBe('remind');
  });

  it('keeps its beginning while only the reason changes', () => {
    const ready = reviewed();
    const merge = withAttention(
      {
        ...ready,
        pullRequests: [
          examplePullRequest({ review: 'approved', checks: 'passing' }),
        ],
      },
      NOON + HOUR,
    );
    expect(merge).toMatchObject({
      attentionReason: 'merge',
      attentionSince: NOON,
    });
  });

  it('leaves nothing behind when it passes', () => {
    const task = taskAfter(held('identity'), ['cancelRequested']);
    expect(task).toMatchObject({
      attention: null,
      attentionSince: null,
      attentionDueAt: null,
      routedTo: [],
      remindDueAt: null,
    });
  });
});

describe('the inbox', () => {
  const one = (id: string, over: Partial<Task>): Task => ({
    ...reviewed(),
    id,
    ...over,
  });

  it('groups by why, the least time left first, the snoozed apart', () => {
    const { groups, snoozed } = inboxGroups(
      [
        one('late', { attentionDueAt: NOON + 9 }),
        one('soon', { attentionDueAt: NOON + 1, attentionSince: NOON - DAY }),
        one('asleep', { snoozedUntil: NOON + 1 }),
        one('awake', { snoozedUntil: NOON, attention: 'question' }),
      ],
      NOON,
    );
    expect(
      groups.map(g => [
        g.attention,
        g.count,
        g.oldestAt,
        g.items.map(({ id }) => id),
      ]),
    ).toEqual([
      ['question', 1, NOON, ['awake']],
      ['review', 2, NOON - DAY, ['soon', 'late']],
    ]);
    expect(snoozed.items.map(({ id }) => id)).toEqual(['asleep']);
  });

  it('mine is what I took, or what needs me as its requester', () => {
    expect(isMine(one('a', { assignee: ana }), ana)).toBe(true);
    expect(isMine(one('a', { routedTo: [ana, payments] }), ana)).toBe(true);
    expect(isMine(one('a', { routedTo: [payments] }), ana)).toBe(false);
    expect(isMine(one('a', { routedTo: [bo] }), bo)).toBe(false);
  });

  it('my team’s is what nobody else has taken', () => {
    expect(isForTeam(one('a', {}), [payments], bo)).toBe(true);
    expect(isForTeam(one('a', { assignee: bo }), [payments], bo)).toBe(true);
    expect(isForTeam(one('a', { assignee: ana }), [payments], bo)).toBe(false);
    expect(isForTeam(one('a', {}), [platform], bo)).toBe(false);
    expect(isForTeam(taskIn('queued'), [payments], bo)).toBe(false);
  });
});
