import { Task } from '../task/task';
import {
  ana,
  bo,
  DAY,
  exampleAsk,
  examplePullRequest,
  HOUR,
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
import { routesOf } from './routing';
import { reminderOf, withAttention } from './withAttention';

const reviewed = () =>
  taskAfter(trackedTask({ state: 'completed' }), ['artifactsRead']);

const held = (reason: 'budget' | 'identity'): Task => ({
  ...taskIn('queued'),
  held: { reason, since: NOON },
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
