import { ReadShare } from './ReadShare';
import { RateBudgets } from './RateBudgets';

const HOUR = 3_600_000;
const credential = {
  identityId: 'portal',
  host: 'github.com',
  token: 'github_pat_1',
};

describe('the share of a user’s requests that following may use', () => {
  let now: number;
  let budgets: RateBudgets;
  let share: ReadShare;

  beforeEach(() => {
    // GitHub tells times in whole seconds.
    now = Math.ceil(Date.now() / 1000) * 1000;
    budgets = new RateBudgets();
    share = new ReadShare(budgets, () => now);
  });

  function hears(limit: number, endsInMs: number): void {
    budgets.note(credential, {
      entered: true,
      status: 200,
      bodyReadable: true,
      startedAt: now,
      endedAt: now,
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(limit),
        'x-ratelimit-reset': String(Math.ceil((now + endsInMs) / 1000)),
      },
    });
  }

  /** How many requests are sent until none may be any more. */
  function spendAll(who = credential): number {
    let spent = 0;
    while (share.opensAt(who) === undefined && spent < 10_000) {
      share.spend(who);
      spent += 1;
    }
    return spent;
  }

  it('is half there at once, and the rest comes evenly', () => {
    expect(spendAll()).toBe(750);
    const opensAt = share.opensAt(credential) ?? 0;
    expect(opensAt - now).toBe(Math.ceil(HOUR / 750));
    now = opensAt;
    expect(spendAll()).toBe(1);
    now += HOUR / 2 - HOUR / 750;
    expect(spendAll()).toBe(374);
  });

  it('is never more than three in ten within an hour', () => {
    let spent = 0;
    for (const end = now + HOUR - 1; now < end; now += 1_000) {
      spent += spendAll();
    }
    expect(spent).toBeGreaterThan(1_490);
    expect(spent).toBeLessThanOrEqual(1_500);
    now += 1_000;
    expect(spendAll()).toBe(750);
  });

  it('is of the limit and the hour that GitHub tells', () => {
    hears(100, HOUR / 2);
    expect(spendAll()).toBe(22);
    now += HOUR / 2 + 1_000;
    hears(100, HOUR);
    expect(spendAll()).toBe(15);
  });

  it('is counted for every token by itself', () => {
    expect(spendAll()).toBe(750);
    expect(spendAll({ ...credential, token: 'github_pat_2' })).toBe(750);
  });
});
