import { HintPace } from './HintPace';

const HOUR = 3_600_000;

describe('the pace of hints', () => {
  it('reads at once, and then every ten seconds at most, the last hint included', () => {
    const pace = new HintPace();
    const delays = [0, 1_000, 4_000, 9_999, 10_000, 25_000, 40_000].map(now =>
      pace.delayMs('77 copilot/a', now, 1),
    );
    expect(delays).toEqual([0, 9_000, 6_000, 1, 10_000, 5_000, 0]);
  });

  it('of one branch is not that of another', () => {
    const pace = new HintPace();
    expect(pace.delayMs('77 copilot/a', 0, 1)).toBe(0);
    expect(pace.delayMs('77 copilot/b', 0, 1)).toBe(0);
  });

  it.each([
    [1, 300],
    [2, 600],
  ])('with %p identities, lets %p through in an hour', (identities, most) => {
    const pace = new HintPace();
    const storm = (from: number) =>
      Array.from({ length: 2_000 }, (_, index) =>
        pace.delayMs(`branch ${index}`, from, identities),
      ).filter(delay => delay !== undefined).length;
    expect(storm(0)).toBe(most);
    expect(storm(HOUR - 1)).toBe(0);
    expect(storm(HOUR)).toBe(most);
  });
});
