import { recoveriesOf } from './recoveriesOf';

describe('recoveriesOf', () => {
  it('tells what is left of the lease from what comes after', () => {
    const starts = [
      { sentAt: 1_000, settledAt: 122_500 },
      { sentAt: 4_000, settledAt: 124_700 },
    ];
    expect(recoveriesOf(starts, 11_000, 120_000)).toEqual({
      all: [111_500, 113_700],
      lease: [110_000, 113_000],
      ours: [1_500, 700],
    });
  });

  it('counts from the kill when the lease was over by then', () => {
    const starts = [{ sentAt: 1_000, settledAt: 9_000 }];
    expect(recoveriesOf(starts, 8_000, 5_000)).toEqual({
      all: [1_000],
      lease: [0],
      ours: [1_000],
    });
  });
});
