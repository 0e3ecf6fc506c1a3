import { HOUR } from '../../../domain/testing/exampleData';
import { FreezeOrder, FreezeRow } from '../../TaskStore';
import { exampleStored, exampleSubmission } from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

const order: FreezeOrder = {
  scopeKind: 'organization',
  scopeRef: 'acme',
  reason: 'Incident 7',
  by: 'user:default/bo',
  until: null,
  refuse: false,
};

/** Orders that nothing new starts. */
export function describeFreezes(open: OpenStore): void {
  describe('freezes', () => {
    let subject: StoreSubject;
    beforeEach(async () => {
      subject = await open();
    });

    /** What the next decision of another replica sees. */
    async function seen(): Promise<FreezeRow[]> {
      let freezes: FreezeRow[] = [];
      const { store, replica } = subject;
      const now = await store.now();
      await store.submit(exampleSubmission(exampleStored('waits', now)));
      await replica.admit(snapshot => {
        ({ freezes } = snapshot);
        return { changes: [], wakePreflight: [] };
      });
      return freezes;
    }

    describe('a freeze', () => {
      it('stands by the clock of the database, and every decision sees it', async () => {
        const { store } = subject;
        const before = await store.now();
        const freeze = await store.freeze(order);
        expect(freeze).toEqual({
          ...order,
          id: expect.any(String),
          since: expect.any(Number),
          thawedAt: null,
          thawedBy: null,
        });
        expect(freeze.since).toBeGreaterThanOrEqual(before);
        expect(freeze.since).toBeLessThanOrEqual(await store.now());
        expect(await seen()).toEqual([freeze]);
      });

      it('that is ordered again while it stands is the one that stands', async () => {
        const { store, replica } = subject;
        const asked = await Promise.all(
          [store, replica, store, replica].map(each => each.freeze(order)),
        );
        expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
        expect(await seen()).toHaveLength(1);
      });

      it.each([
        ['of another scope', { scopeRef: 'globex' }],
        ['of everything', { scopeKind: 'all', scopeRef: null }],
        ['by somebody else', { by: 'user:default/ana' }],
        ['for another reason', { reason: 'Release' }],
        ['that refuses too', { refuse: true }],
        ['with an end', { until: Date.UTC(2100, 0, 1) }],
      ] as [string, Partial<FreezeOrder>][])(
        '%s is another one',
        async (_name, over) => {
          const first = await subject.store.freeze(order);
          const second = await subject.store.freeze({ ...order, ...over });
          expect(second.id).not.toBe(first.id);
          expect(second).toMatchObject({ ...order, ...over });
          expect(await seen()).toHaveLength(2);
        },
      );
    });

    describe('a thaw', () => {
      it('ends one freeze and leaves the others', async () => {
        const { store, replica } = subject;
        const one = await store.freeze(order);
        const other = await store.freeze({ ...order, scopeRef: 'globex' });
        const thawed = await replica.thaw(one.id, 'user:default/ana');
        expect(thawed).toEqual({
          ...one,
          thawedAt: expect.any(Number),
          thawedBy: 'user:default/ana',
        });
        expect(thawed?.thawedAt).toBeGreaterThanOrEqual(one.since);
        expect(await seen()).toEqual([other]);
      });

      it('that is repeated leaves on record who thawed first', async () => {
        const { store } = subject;
        const { id } = await store.freeze(order);
        const first = await store.thaw(id, 'user:default/ana');
        expect(await store.thaw(id, 'user:default/bo')).toEqual(first);
      });

      it('lets the same order be given anew', async () => {
        const { store } = subject;
        const { id } = await store.freeze({ ...order, until: null });
        await store.thaw(id, order.by);
        expect((await store.freeze(order)).id).not.toBe(id);
      });

      it('of what is not there says so, and writes nothing', async () => {
        const { store, sizes } = subject;
        await store.freeze({ ...order, until: (await store.now()) + HOUR });
        const before = await sizes();
        expect(await store.thaw('none', order.by)).toBeUndefined();
        expect(await sizes()).toEqual(before);
        expect((await seen())[0].thawedAt).toBeNull();
      });
    });
  });
}
