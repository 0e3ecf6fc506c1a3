import { exampleSeal } from '../exampleSeal';
import {
  exampleChange,
  exampleEntry,
  exampleStored,
  exampleSubmission,
} from '../exampleStored';
import { OpenStore } from '../StoreSubject';

/** The record of a task: a chain without gaps. */
export function describeRecord(open: OpenStore): void {
  describe('the record', () => {
    it('numbers its lines without gaps and seals each over the one before', async () => {
      const { store, events } = await open();
      const now = await store.now();
      await store.submit(exampleSubmission(exampleStored('a', now)));
      const steps = [
        ['preflighted', 'heldChanged'],
        [],
        ['claimed', 'dropped', 'noted'],
      ] as const;
      for (const types of steps) {
        const loaded = await store.load('a');
        if (!loaded) throw new Error('The task is gone');
        const history = types.map(type => exampleEntry(type, loaded.now));
        await store.save(exampleChange(loaded.task, {}, { history }));
      }

      const lines = await events('a');
      expect(lines.map(({ seq, type }) => [seq, type])).toEqual([
        [1, 'submitted'],
        [2, 'preflighted'],
        [3, 'heldChanged'],
        [4, 'claimed'],
        [5, 'dropped'],
        [6, 'noted'],
      ]);
      let previous: string | null = null;
      for (const { seq, mac, ...entry } of lines) {
        const payload = JSON.stringify(entry);
        const line = { taskId: 'a', seq, previous, payload };
        expect(mac).toBe(exampleSeal.seal(line).mac);
        previous = mac;
      }
      expect((await store.load('a'))?.task).toMatchObject({
        eventCount: 6,
        chainHead: previous,
      });
    });
  });
}
