import { MINUTE, NOON } from '../testing/exampleData';
import { BreakerState, closedBreaker } from './breakerState';
import { afterRead, mayRead } from './readBreaker';

const closed = closedBreaker({ kind: 'read', ref: 'portal' });
const after = (reads: string, from: BreakerState = closed) =>
  [...reads].reduce(
    (breaker, mark) => afterRead(breaker, mark === '.', NOON),
    from,
  );

describe('a breaker about reads', () => {
  it.each([
    ['', 'closed'],
    ['xxxx', 'closed'],
    ['xxxxx', 'open'],
    ['xxxx.xxxx', 'closed'],
    ['xxxxxxxx', 'open'],
    ['xxxxx.', 'closed'],
  ])('after %j is %s', (reads, state) => {
    expect(after(reads).state).toBe(state);
  });

  it('writes nothing while all is well, nor for what was on its way when it opened', () => {
    expect(after('...')).toBe(closed);
    const open = after('xxxxx');
    expect(after('xx', open)).toBe(open);
  });

  it('lets one read try when its time has come, and stays open longer when that fails', () => {
    const open = after('xxxxx');
    expect(mayRead(closed, NOON)).toEqual({ kind: 'yes' });
    expect(mayRead(open, NOON)).toEqual({ kind: 'no', until: NOON + MINUTE });
    const may = mayRead(open, NOON + MINUTE);
    if (may.kind !== 'probing') throw new Error('Nobody may try');
    expect(mayRead(may.breaker, NOON + MINUTE).kind).toBe('no');
    expect(afterRead(may.breaker, false, NOON).until).toBe(NOON + 2 * MINUTE);
    expect(afterRead(may.breaker, true, NOON).state).toBe('closed');
    // A probe whose process died.
    expect(mayRead(may.breaker, NOON + 3 * MINUTE).kind).toBe('probing');
  });
});
