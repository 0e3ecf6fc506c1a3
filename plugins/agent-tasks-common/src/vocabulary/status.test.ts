import { Attention, ATTENTIONS } from './attention';
import { Outcome, OUTCOMES } from './outcome';
import { TASK_PHASES, TaskPhase } from './phase';
import { PROVIDER_STATES } from './state';
import { statusOf, TASK_STATUSES, TaskStatus } from './status';

type Attending = [Attention, string] | null;

/** phase, the provider's word, outcome, attention with its reason, and what people see. */
type Row = [TaskPhase, string | null, Outcome, Attending, TaskStatus];

const notJudged: Row[] = [
  ['pending_approval', null, 'pending', null, 'needs_approval'],
  [
    'pending_approval',
    null,
    'pending',
    ['approval', 'policy'],
    'needs_approval',
  ],
  ['pending_approval', null, 'pending', ['approval', 'void'], 'needs_approval'],
  ['queued', null, 'pending', null, 'waiting'],
  ['queued', null, 'pending', ['blocked', 'budget'], 'waiting'],
  ['queued', null, 'pending', ['blocked', 'held_too_long'], 'waiting'],
  ['queued', null, 'pending', ['blocked', 'sign_in'], 'needs_you'],
  ['starting', null, 'pending', null, 'working'],
  ['unconfirmed', null, 'pending', null, 'unclear'],
  ['quarantined', null, 'pending', null, 'unclear'],
  ['quarantined', null, 'pending', ['unconfirmed', 'quarantined'], 'unclear'],
  ['tracking', null, 'pending', null, 'working'],
  ['tracking', 'queued', 'pending', null, 'working'],
  ['tracking', 'in_progress', 'pending', null, 'working'],
  ['tracking', 'in_progress', 'pending', ['blocked', 'sign_in'], 'needs_you'],
  [
    'tracking',
    'in_progress',
    'pending',
    ['unconfirmed', 'access_lost'],
    'working',
  ],
  ['tracking', 'a new word', 'pending', null, 'working'],
  ['tracking', 'waiting_for_user', 'pending', null, 'needs_you'],
  [
    'tracking',
    'waiting_for_user',
    'pending',
    ['question', 'asked'],
    'needs_you',
  ],
  ['tracking', 'idle', 'pending', null, 'working'],
  ['tracking', 'idle', 'pending', ['question', 'quiet'], 'working'],
  ['tracking', 'idle', 'pending', ['review', 'ready'], 'in_review'],
  ['tracking', 'waiting_for_user', 'pending', ['review', 'stale'], 'in_review'],
  ['tracking', 'completed', 'pending', null, 'in_review'],
  ['tracking', 'completed', 'pending', ['review', 'ready'], 'in_review'],
  ['tracking', 'failed', 'pending', null, 'in_review'],
  ['tracking', 'failed', 'pending', ['failure', 'agent_failed'], 'in_review'],
  ['tracking', 'timed_out', 'pending', null, 'in_review'],
  ['tracking', 'cancelled', 'pending', null, 'in_review'],
];

const judged: [Outcome, TaskStatus][] = [
  ['succeeded', 'done'],
  ['noop', 'done'],
  ['failed', 'not_done'],
  ['timed_out', 'not_done'],
  ['lost', 'not_done'],
  ['cancelled', 'cancelled'],
];

const endedWithoutTracking: [TaskPhase, TaskStatus][] = [
  ['rejected', 'not_done'],
  ['withdrawn', 'cancelled'],
  ['expired', 'not_done'],
  ['refused', 'not_done'],
  ['written_off', 'not_done'],
];

const attendings: Attending[] = [
  null,
  ...ATTENTIONS.map((attention): Attending => [attention, 'ready']),
  ['blocked', 'sign_in'],
];

const words = [null, ...PROVIDER_STATES, 'a new word'];

const everyTask = TASK_PHASES.flatMap(phase =>
  words.flatMap(providerState =>
    OUTCOMES.flatMap(outcome =>
      attendings.map(attending =>
        task(phase, providerState, outcome, attending),
      ),
    ),
  ),
);

describe('the status of a task', () => {
  it.each(notJudged)(
    'not judged: %s, provider says %p, outcome %s, attention %p: %s',
    (phase, providerState, outcome, attending, status) => {
      expect(statusOf(task(phase, providerState, outcome, attending))).toBe(
        status,
      );
    },
  );

  it.each(judged)(
    'once judged %s, it is %s in any state of the provider',
    (outcome, status) => {
      for (const providerState of words) {
        for (const attending of attendings) {
          expect(
            statusOf(task('tracking', providerState, outcome, attending)),
          ).toBe(status);
        }
      }
    },
  );

  it.each(endedWithoutTracking)(
    'ended as %s, it is %s whatever else is stored',
    (phase, status) => {
      const ended = everyTask.filter(each => each.phase === phase);
      expect(new Set(ended.map(statusOf))).toEqual(new Set([status]));
    },
  );

  it('is never done before it was judged so', () => {
    const done = everyTask.filter(each => statusOf(each) === 'done');
    expect(new Set(done.map(each => each.outcome))).toEqual(
      new Set(['succeeded', 'noop']),
    );
  });

  it('is cancelled only when withdrawn or judged so, never on a wish', () => {
    const cancelled = everyTask.filter(each => statusOf(each) === 'cancelled');
    expect(
      cancelled.every(
        each => each.phase === 'withdrawn' || each.outcome === 'cancelled',
      ),
    ).toBe(true);
  });

  it('is unclear exactly while nobody knows whether it started', () => {
    for (const each of everyTask) {
      expect(statusOf(each) === 'unclear').toBe(
        each.phase === 'unconfirmed' || each.phase === 'quarantined',
      );
    }
  });

  it('uses each of its nine words', () => {
    expect([...new Set(everyTask.map(statusOf))].sort()).toEqual(
      [...TASK_STATUSES].sort(),
    );
  });
});

function task(
  phase: TaskPhase,
  providerState: string | null,
  outcome: Outcome,
  attending: Attending,
) {
  return {
    phase,
    providerState,
    outcome,
    attention: attending && attending[0],
    attentionReason: attending && attending[1],
  };
}
