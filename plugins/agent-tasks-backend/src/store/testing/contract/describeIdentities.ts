import { MINUTE } from '../../../domain/testing/exampleData';
import { OpenStore, StoreSubject } from '../StoreSubject';

const NOTHING_KNOWN = {
  login: null,
  accountId: null,
  expiresAt: null,
  invalidSince: null,
  nextStartAt: null,
  liveSince: null,
  archivedSince: null,
  nextSweepAt: null,
  nextArchivedSweepAt: null,
  lastSweptAt: null,
};

/** What all replicas know of an identity, and whose turn it is to sweep for it. */
export function describeIdentities(open: OpenStore): void {
  describe('identities', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
    });

    it('are unknown until something is said of them', async () => {
      expect(await subject.store.identity('portal')).toBeUndefined();
      await subject.store.saveIdentity('portal', {});
      expect(await subject.store.identity('portal')).toEqual({
        id: 'portal',
        ...NOTHING_KNOWN,
      });
    });

    it('keep what is not said again', async () => {
      const { store, replica } = subject;
      await store.saveIdentity('portal', { login: 'acme', expiresAt: now });
      await replica.saveIdentity('portal', {
        expiresAt: null,
        invalidSince: now,
        login: undefined,
      });
      await store.saveIdentity('other', { login: 'other' });
      expect(await store.identity('portal')).toEqual({
        ...NOTHING_KNOWN,
        id: 'portal',
        login: 'acme',
        invalidSince: now,
      });
    });

    it('are swept by one of those who ask at once, lane by lane', async () => {
      const { store, replica } = subject;
      const asked = await Promise.all(
        [store, replica, store, replica].flatMap(each => [
          each.claimSweep('portal', 'live', MINUTE),
          each.claimSweep('portal', 'archived', MINUTE),
        ]),
      );
      expect(asked.filter(Boolean)).toHaveLength(2);
      expect(await store.claimSweep('other', 'live', MINUTE)).toBe(true);
    });

    it('are swept again when the hold is over, and keep what was said', async () => {
      const { store, replica } = subject;
      await store.saveIdentity('portal', { liveSince: now });
      expect(await store.claimSweep('portal', 'live', 0)).toBe(true);
      expect(await replica.claimSweep('portal', 'live', MINUTE)).toBe(true);
      expect(await store.claimSweep('portal', 'live', MINUTE)).toBe(false);
      const known = await store.identity('portal');
      expect(known?.liveSince).toBe(now);
      expect(known?.nextSweepAt).toBeGreaterThanOrEqual(now + MINUTE);
    });
  });
}
