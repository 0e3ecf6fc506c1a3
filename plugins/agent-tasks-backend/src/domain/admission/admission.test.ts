import fc from 'fast-check';
import { HELD_REASONS } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import { ana, bo, HOUR, MINUTE, NOON, payments } from '../testing/exampleData';
import { taskAfter, taskIn } from '../testing/exampleTask';
import { admit, isOtherHold } from './admission';
import { AdmissionFacts, Candidate } from './candidate';
import { HOLD_ORDER } from './holdOf';

fc.configureGlobal({ seed: 20261120 });

const ready = taskAfter(taskIn('queued'), ['preflighted']);

const candidate = (
  over: Partial<Task> = {},
  rest: Partial<Candidate> = {},
): Candidate => ({
  task: { ...ready, ...over },
  identityKey: 'portal',
  windows: [],
  limits: {},
  ...rest,
});

const facts = (over: Partial<AdmissionFacts> = {}): AdmissionFacts => ({
  now: NOON,
  freezes: [],
  breakers: [],
  identities: new Map([['portal', { state: 'ready', nextStartAt: null }]]),
  budgets: [],
  capacity: new Map(),
  inFlight: new Map(),
  turns: new Map(),
  pace: 0,
  ...over,
});

const outcome = (decisions: ReturnType<typeof admit>) =>
  decisions.map(
    d => `${d.task.id} ${d.kind === 'held' ? d.held.reason : d.kind}`,
  );

const freeze = {
  id: 'f1',
  scope: { kind: 'owner' as const, ref: payments },
  reason: 'incident',
  by: bo,
  since: NOON,
  until: null,
  refuse: false,
};
const budget = {
  scope: 'owner' as const,
  ref: payments,
  limit: 100,
  used: 0,
  until: NOON + HOUR,
};
const closed = {
  days: ['sun' as const],
  from: '00:00',
  to: '01:00',
  timezone: 'UTC',
};
const breaker = {
  scope: { kind: 'provider' as const, ref: 'github-copilot' },
  until: NOON + MINUTE,
  probes: 0,
  exemptOwners: [],
};

/** What alone makes a task wait for each reason; added up from the last to the first. */
const faults: Record<
  (typeof HELD_REASONS)[number],
  [Partial<Task>, Partial<Candidate>, Partial<AdmissionFacts>]
> = {
  entity: [{ isEntityBound: false }, {}, {}],
  preflight: [{ preflightAt: null }, {}, {}],
  frozen: [{}, {}, { freezes: [freeze] }],
  breaker: [{}, {}, { breakers: [breaker] }],
  window: [{}, { windows: [closed] }, {}],
  identity: [{}, {}, { identities: new Map() }],
  provider: [{ nextStartAt: NOON + 1 }, {}, {}],
  budget: [{}, {}, { budgets: [budget] }],
  review_capacity: [
    {},
    {},
    { capacity: new Map([[payments, { used: 2, limit: 2 }]]) },
  ],
  owner_limit: [{}, { limits: { owner: 0 } }, {}],
  organization_limit: [{}, { limits: { organization: 0 } }, {}],
  repository_limit: [{}, { limits: { repository: 0 } }, {}],
  requester_limit: [{}, { limits: { requester: 0 } }, {}],
};

describe('why a task waits', () => {
  it('asks in the order of the vocabulary', () => {
    expect(HOLD_ORDER).toEqual([...HELD_REASONS]);
  });

  it.each(HELD_REASONS)(
    '%s is told before everything that comes after it',
    reason => {
      const later = HELD_REASONS.slice(HELD_REASONS.indexOf(reason));
      const limits = Object.assign(
        {},
        ...later.map(r => faults[r][1].limits ?? {}),
      );
      const one = candidate(
        Object.assign({}, ...later.map(r => faults[r][0])),
        { ...Object.assign({}, ...later.map(r => faults[r][1])), limits },
      );
      const [alone] = admit(
        [candidate(faults[reason][0], faults[reason][1])],
        facts(faults[reason][2]),
      );
      const [all] = admit(
        [one],
        facts(Object.assign({}, ...later.map(r => faults[r][2]))),
      );
      expect(alone).toMatchObject({ kind: 'held', held: { reason } });
      expect(all).toMatchObject({ kind: 'held', held: { reason } });
    },
  );

  it('starts what nothing holds', () => {
    expect(outcome(admit([candidate()], facts()))).toEqual(['t1 start']);
  });

  it('says how full a limit is, and whose', () => {
    const [decision] = admit(
      [candidate({}, { limits: { repository: 1 } })],
      facts({ inFlight: new Map([['repository:77', 1]]) }),
    );
    expect(decision).toMatchObject({
      held: { reason: 'repository_limit', ref: '77', used: 1, limit: 1 },
    });
  });

  it('keeps since when a task has been held for the same reason', () => {
    const held = { reason: 'frozen' as const, ref: 'f1', since: NOON - HOUR };
    const [goesOn] = admit([candidate({ held })], facts({ freezes: [freeze] }));
    expect(goesOn).toMatchObject({ held: { since: NOON - HOUR } });
    const [other] = admit(
      [candidate({ held })],
      facts({ freezes: [{ ...freeze, id: 'f2' }] }),
    );
    expect(other).toMatchObject({ held: { since: NOON } });
    expect(isOtherHold(held, { ...held, since: NOON, used: 3 })).toBe(false);
    expect(isOtherHold(held, { ...held, ref: 'f2' })).toBe(true);
  });

  it('does not tell of the pace again with every start', () => {
    const heldAt = (now: number, nextStartAt: number) => {
      const [decision] = admit([candidate()], {
        ...facts({
          identities: new Map([['portal', { state: 'ready', nextStartAt }]]),
        }),
        now,
        pace: 1_000,
      });
      return decision.kind === 'held' ? decision.held : null;
    };
    const before = heldAt(NOON, NOON + 900);
    expect(before?.reason).toBe('provider');
    expect(isOtherHold(before, heldAt(NOON + 1_000, NOON + 1_900))).toBe(false);
    // The provider's own word is longer, and people are told it.
    expect(heldAt(NOON, NOON + MINUTE)?.until).toBe(NOON + MINUTE);
  });

  it('asks for fresh facts only when everything else says yes', () => {
    const old = { preflightAt: NOON - 2 * MINUTE };
    expect(outcome(admit([candidate(old)], facts()))).toEqual(['t1 preflight']);
    expect(
      outcome(admit([candidate(old)], facts({ freezes: [freeze] }))),
    ).toEqual(['t1 frozen']);
  });

  it('lets go of a failed preflight once it has worked', () => {
    const held = { reason: 'preflight' as const, since: NOON - HOUR };
    expect(outcome(admit([candidate({ held })], facts()))).toEqual([
      't1 start',
    ]);
    const old = { held, preflightAt: NOON - HOUR };
    expect(outcome(admit([candidate(old)], facts()))).toEqual(['t1 preflight']);
  });

  it('keeps what a preflight found of the identity, until one has worked', () => {
    const held = { reason: 'identity' as const, since: NOON - HOUR };
    for (const preflightAt of [null, NOON - HOUR]) {
      const [decision] = admit([candidate({ held, preflightAt })], facts());
      expect(decision).toMatchObject({ kind: 'held', held });
    }
    expect(outcome(admit([candidate({ held })], facts()))).toEqual([
      't1 start',
    ]);
  });
});

describe('who may start', () => {
  const many = (n: number, over: (i: number) => Partial<Task>) =>
    Array.from({ length: n }, (_, i) =>
      candidate(
        { id: `t${i}`, queuedAt: NOON + i, ...over(i) },
        { limits: { organization: 10 } },
      ),
    );

  it('fifty tasks with room for ten: exactly ten', () => {
    const decisions = admit(
      many(50, () => ({})),
      facts(),
    );
    expect(decisions.filter(({ kind }) => kind === 'start')).toHaveLength(10);
  });

  it('never lets more start than there is room for', () => {
    const shape = fc.record({
      limits: fc.record({
        organization: fc.nat(4),
        owner: fc.nat(4),
        requester: fc.nat(4),
        repository: fc.nat(4),
      }),
      requesters: fc.array(fc.constantFrom(ana, bo), { maxLength: 12 }),
      used: fc.nat(4),
    });
    let started = 0;
    fc.assert(
      fc.property(shape, ({ limits, requesters, used }) => {
        const decisions = admit(
          requesters.map((ref, i) =>
            candidate(
              { id: `t${i}`, requester: { ref, type: 'user' } },
              { limits },
            ),
          ),
          facts({ inFlight: new Map([['organization:acme', used]]) }),
        );
        const starts = decisions.filter(({ kind }) => kind === 'start');
        started = Math.max(started, starts.length);
        expect(starts.length).toBeLessThanOrEqual(
          Math.max(0, limits.organization - used),
        );
        expect(starts.length).toBeLessThanOrEqual(limits.owner);
        for (const ref of [ana, bo]) {
          const own = starts.filter(({ task }) => task.requester.ref === ref);
          expect(own.length).toBeLessThanOrEqual(limits.requester);
        }
      }),
    );
    expect(started).toBeGreaterThan(1);
  });

  it('one click is not starved by a mass submit', () => {
    const mass = many(20, () => ({ fairKey: 'mass' }));
    const click = candidate({
      id: 'click',
      fairKey: 'click',
      queuedAt: NOON + 99,
    });
    const order = admit(
      [...mass, click],
      facts({ turns: new Map([['mass', 1]]) }),
    );
    expect(order[0].task.id).toBe('click');
  });

  it('goes by priority, then turn, then age', () => {
    const order = admit(
      [
        candidate({ id: 'young', fairKey: 'a', queuedAt: 2 }),
        candidate({ id: 'old', fairKey: 'b', queuedAt: 1 }),
        candidate({ id: 'second', fairKey: 'b', queuedAt: 1 }),
        candidate({ id: 'urgent', fairKey: 'b', queuedAt: 9, priority: 1 }),
      ],
      facts(),
    );
    expect(order.map(({ task }) => task.id)).toEqual([
      'urgent',
      'young',
      'old',
      'second',
    ]);
  });

  it('counts a budget, a capacity, a probe and the pace as it goes', () => {
    const two = [candidate({ id: 'a' }), candidate({ id: 'b' })];
    const second = (over: Partial<AdmissionFacts>) =>
      outcome(admit(two, facts(over)))[1];
    expect(second({ budgets: [{ ...budget, limit: 200 }] })).toBe('b budget');
    expect(
      second({ capacity: new Map([[payments, { used: 1, limit: 2 }]]) }),
    ).toBe('b review_capacity');
    expect(second({ breakers: [{ ...breaker, probes: 1 }] })).toBe('b breaker');
    expect(second({ pace: 1_000 })).toBe('b provider');
  });

  it('a branch without a pull request takes no review capacity', () => {
    const full = facts({
      capacity: new Map([[payments, { used: 2, limit: 2 }]]),
    });
    expect(
      outcome(admit([candidate({ createPullRequest: false })], full)),
    ).toEqual(['t1 start']);
  });

  it('an exempt owner passes an open breaker', () => {
    const open = facts({
      breakers: [{ ...breaker, exemptOwners: [payments] }],
    });
    expect(outcome(admit([candidate()], open))).toEqual(['t1 start']);
  });
});
