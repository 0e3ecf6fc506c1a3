import { inTurn } from './inTurn';

describe('work in turn', () => {
  it('is on so many at once, and answers in the order of the items', async () => {
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const results = await inTurn([30, 10, 20, 0, 5], 2, async item => {
      running += 1;
      most = Math.max(most, running);
      order.push(item);
      await new Promise(resolve => setImmediate(resolve));
      running -= 1;
      return item * 2;
    });
    expect(results).toEqual([60, 20, 40, 0, 10]);
    expect(order).toEqual([30, 10, 20, 0, 5]);
    expect(most).toBe(2);
  });

  it('ends with the first failure', async () => {
    const work = async (item: number) => {
      if (item === 2) throw new Error('two');
      return item;
    };
    await expect(inTurn([1, 2, 3], 1, work)).rejects.toThrow('two');
    expect(await inTurn([], 3, work)).toEqual([]);
  });
});
