import { followedMinutes } from './followedMinutes';

describe('followedMinutes', () => {
  it('are whole rounds, however many tasks share the requests of an identity', () => {
    expect(followedMinutes(10, 10)).toBe(10);
    expect(followedMinutes(2, 1_000)).toBe(10);
    expect(followedMinutes(11, 1_000)).toBe(20);
    expect(followedMinutes(10, 10_000)).toBe(20);
  });
});
