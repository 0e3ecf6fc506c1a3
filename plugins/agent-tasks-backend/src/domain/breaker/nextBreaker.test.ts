import { HOUR, MINUTE, NOON } from '../testing/exampleData';
import { admissionBreaker } from './admissionBreaker';
import { BreakerFact, BreakerFactKind, BreakerScope } from './breakerFact';
import { BreakerState, closedBreaker } from './breakerState';
import { nextBreaker, probing } from './nextBreaker';

const provider: BreakerScope = { kind: 'provider', ref: 'github-copilot' };
const template: BreakerScope = {
  kind: 'template',
  ref: 'agenttasktemplate:default/dependency-bump',
};

let lastTask = 0;
const fact = (
  kind: BreakerFactKind,
  isBad: boolean,
  at: number,
  over: Partial<BreakerFact> = {},
): BreakerFact => ({
  scope: kind === 'start' ? provider : template,
  kind,
  isBad,
  at,
  taskId: `t${++lastTask}`,
  ...over,
});

/** One fact a minute, the newest first; `x` is a bad one. */
const facts = (kind: BreakerFactKind, marks: string, apart = MINUTE) =>
  [...marks].map((mark, n) => fact(kind, mark === 'x', NOON - 1 - n * apart));

describe('a closed breaker', () => {
  it.each([
    ['nothing was learnt', provider, [], null],
    ['four starts went unanswered', provider, facts('start', 'xxxx'), null],
    [
      'five starts in a row went unanswered',
      provider,
      facts('start', 'xxxxx'),
      'unanswered',
    ],
    [
      'one of the last five was answered',
      provider,
      facts('start', 'xxxx.xxxx'),
      null,
    ],
    [
      'answers are further back than five',
      provider,
      facts('start', 'xxxxx....'),
      'unanswered',
    ],
    [
      'five went unanswered in the course of a day',
      provider,
      facts('start', 'xxxxx', HOUR),
      null,
    ],
    [
      'five of the last ten runs failed',
      template,
      facts('outcome', 'x.x.x.x.x.'),
      'outcome',
    ],
    [
      'four of the last ten runs failed',
      template,
      facts('outcome', 'x.x.x.x...'),
      null,
    ],
    [
      'failures are further back than ten',
      template,
      facts('outcome', 'xxxx......xxxxxx'),
      null,
    ],
    [
      'nine of nine runs failed: too few to say',
      template,
      facts('outcome', 'xxxxxxxxx'),
      null,
    ],
    [
      'three were quarantined within an hour',
      template,
      facts('quarantined', 'xxx'),
      'quarantined',
    ],
    [
      'three were quarantined within two hours',
      template,
      facts('quarantined', 'xxx', HOUR),
      null,
    ],
    [
      'one was started twice',
      template,
      facts('second_start', 'x'),
      'second_start',
    ],
    [
      'one cost over three times its estimate',
      template,
      facts('over_cost', 'x'),
      'over_cost',
    ],
  ] as [string, BreakerScope, BreakerFact[], string | null][])(
    'where %s',
    (_name, scope, learnt, reason) => {
      const before = closedBreaker(scope);
      const after = nextBreaker(before, learnt, NOON);
      const opened = { ...after, state: 'open', reason, openings: 1 };
      expect(after).toEqual(reason === null ? before : opened);
      expect(after === before).toBe(reason === null);
    },
  );

  it('looks only at what came after it closed', () => {
    const before = { ...closedBreaker(template), since: NOON - 1 };
    const learnt = facts('second_start', 'x');
    expect(nextBreaker(before, learnt, NOON).state).toBe('closed');
    const later = [fact('second_start', true, NOON)];
    expect(nextBreaker(before, later, NOON).state).toBe('open');
  });
});

describe('an open breaker', () => {
  const open = nextBreaker(
    closedBreaker(template),
    facts('second_start', 'x'),
    NOON,
  );

  it.each([
    [0, 0, NOON + HOUR],
    [HOUR - 1, 0, NOON + HOUR],
    [HOUR, 1, null],
    [9 * HOUR, 1, null],
  ])('after %i ms lets %i through', (passed, probes, until) => {
    const now = NOON + passed;
    expect(nextBreaker(open, facts('second_start', 'xx'), now)).toBe(open);
    expect(admissionBreaker(open, [], now)).toMatchObject({ probes, until });
  });

  it('lets nobody else through while one tries', () => {
    const trying = probing(open, 'probe', NOON + HOUR);
    expect(admissionBreaker(trying, [], NOON + HOUR)).toMatchObject({
      probes: 0,
    });
    expect(nextBreaker(trying, [], NOON + HOUR)).toBe(trying);
  });

  it('exempts owners from what a template does, not from a provider that is silent', () => {
    const payments = ['group:default/payments'];
    expect(admissionBreaker(open, payments, NOON)?.exemptOwners).toEqual(
      payments,
    );
    const silent = nextBreaker(
      closedBreaker(provider),
      facts('start', 'xxxxx'),
      NOON,
    );
    expect(admissionBreaker(silent, payments, NOON)?.exemptOwners).toEqual([]);
    expect(admissionBreaker(closedBreaker(template), [], NOON)).toBeNull();
  });
});

describe('after a probe', () => {
  const open = (scope: BreakerScope): BreakerState => ({
    ...closedBreaker(scope),
    state: 'open',
    since: NOON - HOUR,
    until: NOON,
    reason: 'outcome',
    openings: 1,
  });
  const probe = { taskId: 'probe' };
  const at = NOON + MINUTE;

  it.each([
    ['closes', template, [fact('outcome', false, at, probe)], 'closed'],
    ['closes', provider, [fact('start', false, at, probe)], 'closed'],
    ['opens again', template, [fact('outcome', true, at, probe)], 'open'],
    ['opens again', template, [fact('quarantined', true, at, probe)], 'open'],
    ['opens again', provider, [fact('start', true, at, probe)], 'open'],
    [
      'opens again, if the run was good but dear',
      template,
      [fact('outcome', false, at, probe), fact('over_cost', true, at, probe)],
      'open',
    ],
    ['waits on', template, [], 'probing'],
    ['waits on', template, [fact('outcome', true, at)], 'probing'],
    [
      'waits on',
      template,
      [fact('outcome', true, NOON - HOUR, probe)],
      'probing',
    ],
  ] as [string, BreakerScope, BreakerFact[], string][])(
    '%s (%j)',
    (_name, scope, learnt, state) => {
      const trying = probing(open(scope), 'probe', NOON);
      expect(nextBreaker(trying, learnt, at).state).toBe(state);
    },
  );

  it('stays open twice as long each time, up to a day, and forgets that when it closes', () => {
    let breaker = open(template);
    const spans: number[] = [];
    for (let n = 0; n < 8; n++) {
      const trying = probing(breaker, 'probe', NOON);
      breaker = nextBreaker(trying, [fact('outcome', true, at, probe)], at);
      spans.push(((breaker.until ?? 0) - at) / HOUR);
    }
    expect(spans).toEqual([2, 4, 8, 16, 24, 24, 24, 24]);
    const trying = probing(breaker, 'probe', NOON);
    const good = [fact('outcome', false, at, probe)];
    expect(nextBreaker(trying, good, at)).toMatchObject({
      openings: 0,
      probeTaskId: null,
      since: at,
    });
  });

  it('that tells nothing lets another one try', () => {
    const trying = probing(open(provider), 'probe', NOON);
    const later = NOON + 10 * MINUTE;
    expect(nextBreaker(trying, [], later - 1).state).toBe('probing');
    const again = nextBreaker(trying, [], later);
    expect(again).toMatchObject({ state: 'open', openings: 1 });
    expect(admissionBreaker(again, [], later)).toMatchObject({ probes: 1 });
  });
});
