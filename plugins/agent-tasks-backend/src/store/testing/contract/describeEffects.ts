import { MINUTE } from '../../../domain/testing/exampleData';
import {
  exampleEffect,
  exampleStored,
  exampleSubmission,
} from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

/** Effects: at least once, one holder at a time. */
export function describeEffects(open: OpenStore): void {
  describe('effects', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
    });

    async function ordered(...keys: string[]): Promise<void> {
      await subject.store.submit(
        exampleSubmission(exampleStored('a', now), {
          effects: keys.map(exampleEffect),
        }),
      );
    }

    const hold = { limit: 99, holdForMs: MINUTE };
    const over = { limit: 99, holdForMs: 0 };

    it('come with what they are about, and with how often they were taken', async () => {
      await ordered('one');
      const [first] = await subject.store.claimEffects(over);
      expect(first).toEqual({
        id: expect.any(String),
        taskId: 'a',
        effect: exampleEffect('one'),
        attempts: 0,
      });
      const [second] = await subject.replica.claimEffects(hold);
      expect(second).toEqual({ ...first, attempts: 1 });
    });

    it('are held by one, and come again when the holder died', async () => {
      await ordered('one');
      expect(await subject.store.claimEffects(over)).toHaveLength(1);
      expect(await subject.replica.claimEffects(hold)).toHaveLength(1);
      expect(await subject.store.claimEffects(hold)).toEqual([]);
    });

    it('that are finished never come again, however often that is said', async () => {
      await ordered('one');
      const [{ id }] = await subject.store.claimEffects(over);
      await subject.store.finishEffect(id);
      await subject.store.finishEffect(id);
      await subject.store.postponeEffect(id, now - 1);
      expect(await subject.store.claimEffects(over)).toEqual([]);
    });

    it('that are postponed come at their time', async () => {
      await ordered('one');
      const [{ id }] = await subject.store.claimEffects(over);
      await subject.store.postponeEffect(id, now + MINUTE);
      expect(await subject.store.claimEffects(hold)).toEqual([]);
      await subject.store.postponeEffect(id, now - 1);
      expect(await subject.store.claimEffects(hold)).toMatchObject([
        { attempts: 1 },
      ]);
    });

    it('are never given to two who ask at once', async () => {
      const keys = Array.from({ length: 30 }, (_, n) => `effect ${n}`);
      await ordered(...keys);
      const few = { limit: 4, holdForMs: MINUTE };
      const claimed: string[] = [];
      for (;;) {
        const { store, replica } = subject;
        const taken = await Promise.all(
          [store, replica, store, replica].map(each => each.claimEffects(few)),
        );
        if (taken.flat().length === 0) break;
        claimed.push(...taken.flat().map(({ effect }) => effect.dedupeKey));
      }
      expect(claimed.sort()).toEqual(keys.sort());
    });
  });
}
