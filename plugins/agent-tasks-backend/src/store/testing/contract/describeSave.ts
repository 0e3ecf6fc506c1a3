import { bo, MINUTE } from '../../../domain/testing/exampleData';
import { Task } from '../../../domain/task/task';
import {
  exampleChange,
  exampleStored,
  exampleSubmission,
} from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

const WRITERS = 8;

/** Changes of a task: over the version that was loaded, wholly or not at all. */
export function describeSave(open: OpenStore): void {
  describe('save', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
    });

    async function stored(over: Partial<Task> = {}): Promise<Task> {
      const task = exampleStored('a', now, over);
      await subject.store.submit(exampleSubmission(task));
      return loaded();
    }

    async function loaded(): Promise<Task> {
      const found = await subject.store.load('a');
      if (!found) throw new Error('The task is gone');
      return found.task;
    }

    it('writes the task with its line, its effects, its costs and the evidence', async () => {
      const { store, events, costs } = subject;
      const before = await stored();
      const change = exampleChange(
        before,
        { title: 'Another', updatedAt: now + 5 },
        {
          costs: [
            { step: 'insert', session: 's', kind: 'charge', amount: 1.5 },
          ],
          raw: { answer: null },
        },
      );
      expect(await store.save(change)).toBe(true);

      const lines = await events('a');
      expect(lines).toHaveLength(2);
      expect(await loaded()).toEqual({
        ...change.after,
        eventCount: 2,
        chainHead: lines[1].mac,
      });
      expect(await costs('a')).toEqual([
        expect.objectContaining({ kind: 'charge', amount: 1.5 }),
      ]);
      expect(
        await store.trim({ idempotency: 0, raw: now + 6, effects: 0 }),
      ).toMatchObject({ raw: 1 });
    });

    it('lets exactly one of many writers win, and the losers write nothing', async () => {
      const { store, replica, events } = subject;
      const before = await stored();
      const wins = await Promise.all(
        Array.from({ length: WRITERS }, (_, index) =>
          (index % 2 ? store : replica).save(
            exampleChange(
              before,
              { title: `Writer ${index}` },
              {
                effects: [
                  {
                    kind: 'markHandled',
                    dedupeKey: `writer ${index}`,
                    by: bo,
                    recipients: [],
                  },
                ],
              },
            ),
          ),
        ),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
      const winner = wins.indexOf(true);
      expect(await loaded()).toMatchObject({
        title: `Writer ${winner}`,
        version: before.version + 1,
        eventCount: 2,
      });
      expect(await events('a')).toHaveLength(2);
      const effects = await store.claimEffects({ limit: 99, holdForMs: 1 });
      expect(effects.map(({ effect }) => effect.dedupeKey).sort()).toEqual([
        'a:submitted',
        `writer ${winner}`,
      ]);
    });

    it('a late worker loses, however much has happened since it loaded', async () => {
      const { store, sizes } = subject;
      const late = await stored();
      await store.save(exampleChange(late, { epoch: 1 }));
      await store.save(exampleChange(await loaded(), { epoch: 2 }));
      const before = { task: await loaded(), sizes: await sizes() };

      const change = exampleChange(
        late,
        { phase: 'tracking', people: { ...late.people, owners: [bo] } },
        {
          costs: [{ step: 'insert', session: 's', kind: 'charge', amount: 9 }],
          raw: 'late',
        },
      );
      expect(await store.save(change)).toBe(false);
      expect({ task: await loaded(), sizes: await sizes() }).toEqual(before);
    });

    it('does not change a task that is not there', async () => {
      const { store, sizes } = subject;
      const before = await sizes();
      const never = exampleStored('never', now);
      expect(await store.save(exampleChange(never))).toBe(false);
      expect(await sizes()).toEqual(before);
    });

    it('refuses a second charge with everything that came with it', async () => {
      const { store, costs, sizes } = subject;
      const charge = { session: 's', kind: 'charge', amount: 1 } as const;
      const costly = { costs: [{ ...charge, step: 'insert' as const }] };
      await store.save(exampleChange(await stored(), {}, costly));
      const before = { task: await loaded(), sizes: await sizes() };

      const again = exampleChange(await loaded(), { title: 'Again' }, costly);
      await expect(store.save(again)).rejects.toThrow();
      expect({ task: await loaded(), sizes: await sizes() }).toEqual(before);
      expect(await costs('a')).toHaveLength(1);
    });

    it('raises what stands in the ledger, and never lowers it', async () => {
      const { store, costs } = subject;
      await stored();
      for (const [step, amount, stands] of [
        ['insert', 2, 2],
        ['raise', 3.25, 3.25],
        ['raise', 1, 3.25],
      ] as const) {
        const cost = { step, session: 's', kind: 'charge', amount } as const;
        await store.save(exampleChange(await loaded(), {}, { costs: [cost] }));
        expect(await costs('a')).toMatchObject([{ amount: stands }]);
      }
    });

    it('orders an effect once, whoever decides it again', async () => {
      const { store } = subject;
      await stored();
      const effects = ['once', 'once', 'twice'].map(dedupeKey => ({
        kind: 'markHandled' as const,
        dedupeKey,
        by: bo,
        recipients: [],
      }));
      await store.save(exampleChange(await loaded(), {}, { effects }));
      await store.save(exampleChange(await loaded(), {}, { effects }));
      const claimed = await store.claimEffects({ limit: 99, holdForMs: 1 });
      expect(claimed.map(({ effect }) => effect.dedupeKey).sort()).toEqual([
        'a:submitted',
        'once',
        'twice',
      ]);
    });

    describe('a due time', () => {
      const tracked = () =>
        stored({ phase: 'tracking', readDueAt: now, judgeDueAt: now });

      it('that the change moves is moved', async () => {
        const before = await tracked();
        const moved = { readDueAt: now + MINUTE, judgeDueAt: null };
        await subject.store.save(exampleChange(before, moved));
        expect(await loaded()).toMatchObject(moved);
      });

      it('stays with the loop that has claimed by it since the task was loaded', async () => {
        const { store } = subject;
        const before = await tracked();
        const claim = { limit: 1, holdForMs: MINUTE };
        expect(await store.claimDue('read', claim)).toEqual(['a']);
        const change = exampleChange(before, { judgeDueAt: null });
        expect(await store.save(change)).toBe(true);
        expect(await store.claimDue('read', claim)).toEqual([]);
        expect(await store.claimDue('judge', claim)).toEqual([]);
      });

      it('stays where a hint has brought it since the task was loaded', async () => {
        const { store } = subject;
        const before = await stored({
          phase: 'tracking',
          readDueAt: now + MINUTE,
        });
        await store.hintReads('read', [{ providerTaskId: 'provider-a' }]);
        await store.save(exampleChange(before, { title: 'Another' }));
        const claim = { limit: 1, holdForMs: MINUTE };
        expect(await store.claimDue('read', claim)).toEqual(['a']);
      });

      it.each([
        ['planned', MINUTE, null],
        ['planned', MINUTE, 2 * MINUTE],
        ['not planned', null, 2 * MINUTE],
      ])(
        'that a hint has set when it was %s is not moved back by an older load',
        async (_was, before, after) => {
          const { store } = subject;
          const at = (ms: number | null) => (ms === null ? null : now + ms);
          const task = await stored({
            phase: 'tracking',
            readDueAt: at(before),
            artifactDueAt: at(before),
          });
          const hints = [{ providerTaskId: 'provider-a' }];
          await store.hintReads('read', hints);
          await store.hintReads('artifacts', hints);
          const moved = { readDueAt: at(after), artifactDueAt: at(after) };
          await store.save(exampleChange(task, moved));
          const claim = { limit: 1, holdForMs: MINUTE };
          expect(await store.claimDue('read', claim)).toEqual(['a']);
          expect(await store.claimDue('artifacts', claim)).toEqual(['a']);
        },
      );
    });
  });
}
