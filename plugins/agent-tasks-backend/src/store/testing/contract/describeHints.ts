import { Task } from '../../../domain/task/task';
import { HOUR, MINUTE } from '../../../domain/testing/exampleData';
import { trackedTask } from '../../../domain/testing/exampleTask';
import { ReadHint } from '../../TaskStore';
import { exampleStored, exampleSubmission } from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

/** Ended and judged: nothing more will come of it. */
const judged = {
  providerState: 'completed',
  outcome: 'succeeded',
} satisfies Partial<Task>;

/** Hints: reads come sooner, never later. And what sweeps need to know to give them. */
export function describeHints(open: OpenStore): void {
  describe('hints', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
    });

    async function store(id: string, over: Partial<Task> = {}): Promise<void> {
      const task = exampleStored(id, now, { phase: 'tracking', ...over });
      await subject.store.submit(exampleSubmission(task));
    }

    const readDueAt = async (id: string) =>
      (await subject.store.load(id))?.task.readDueAt;

    it('bring a read forward to now, also one that was not planned', async () => {
      await store('a', { readDueAt: now + HOUR });
      await store('b', { readDueAt: null });
      const hints = [
        { providerTaskId: 'provider-a' },
        { providerTaskId: 'provider-b' },
      ];
      expect(await subject.store.hintReads('read', hints)).toBe(2);
      const after = await subject.store.now();
      for (const id of ['a', 'b']) {
        expect(await readDueAt(id)).toBeGreaterThanOrEqual(now);
        expect(await readDueAt(id)).toBeLessThanOrEqual(after);
      }
    });

    it('never move a read back', async () => {
      await store('a', { readDueAt: now - HOUR });
      const hints = [{ providerTaskId: 'provider-a' }];
      expect(await subject.store.hintReads('read', hints)).toBe(0);
      expect(await readDueAt('a')).toBe(now - HOUR);
    });

    it('bring a read forward to a later time, if it was to come later still', async () => {
      await store('a', { readDueAt: now + HOUR });
      const hints = [{ providerTaskId: 'provider-a' }];
      expect(await subject.store.hintReads('read', hints, MINUTE)).toBe(1);
      const after = await subject.store.now();
      const dueAt = await readDueAt('a');
      expect(dueAt).toBeGreaterThanOrEqual(now + MINUTE);
      expect(dueAt).toBeLessThanOrEqual(after + MINUTE);
      expect(await subject.store.hintReads('read', hints, 2 * MINUTE)).toBe(0);
      expect(await readDueAt('a')).toBe(dueAt);
    });

    it('touch their own column only', async () => {
      const later = { readDueAt: now + HOUR, artifactDueAt: now + HOUR };
      await store('a', later);
      const hints = [{ providerTaskId: 'provider-a' }];
      expect(await subject.store.hintReads('artifacts', hints)).toBe(1);
      expect(await readDueAt('a')).toBe(now + HOUR);
      const claim = { limit: 1, holdForMs: MINUTE };
      expect(await subject.store.claimDue('artifacts', claim)).toEqual(['a']);
    });

    it('touch no task that is not followed, and need not find one', async () => {
      await store('a', { phase: 'queued' });
      const repositoryId = 'repository-a';
      const hints: ReadHint[] = [
        { repositoryId },
        { providerTaskId: 'provider-a' },
      ];
      expect(await subject.store.hintReads('read', hints)).toBe(0);
      expect(await subject.store.hintReads('read', [])).toBe(0);
      expect(await readDueAt('a')).toBeNull();
    });

    it.each([
      [{ repositoryId: '77' }, ['a', 'b']],
      [{ repositoryId: '77', branch: 'copilot/a' }, ['a']],
      [{ repositoryId: '78', branch: 'copilot/a' }, []],
    ] as [ReadHint, string[]][])('%p is about %p', async (hint, expected) => {
      for (const [id, repositoryId] of [
        ['a', '77'],
        ['b', '77'],
        ['c', '79'],
      ]) {
        const { reported, repository } = trackedTask({
          sessions: [
            {
              id: 's',
              state: 'in_progress',
              createdAt: now,
              headRef: `copilot/${id}`,
            },
          ],
        });
        await store(id, {
          reported,
          repository: { ...repository, id: repositoryId },
        });
      }
      const touched = await subject.store.hintReads('read', [hint]);
      expect(touched).toBe(expected.length);
      const claim = { limit: 9, holdForMs: MINUTE };
      const due = await subject.store.claimDue('read', claim);
      expect(due.sort()).toEqual(expected);
    });

    it('finds tasks by the ids of their provider', async () => {
      await store('a');
      await store('b', { providerId: 'another' });
      await store('c');
      const ids = ['provider-a', 'provider-b', 'provider-x'];
      const found = await subject.store.loadByProviderIds(
        'github-copilot',
        ids,
      );
      expect(found.map(({ id }) => id)).toEqual(['a']);
      expect(
        await subject.store.loadByProviderIds('github-copilot', []),
      ).toEqual([]);
    });

    it('counts what is followed for each identity, and how young the youngest is', async () => {
      const { store: one } = subject;
      expect(await one.followed()).toEqual(new Map());
      await store('a', { startedAt: now - HOUR });
      await store('b', { startedAt: now - MINUTE });
      await store('over', { startedAt: now, ...judged });
      await store('waits', { phase: 'queued' });
      const other = { id: 'other', type: 'token', login: null } as const;
      await store('others', { startedAt: null, identity: other });

      const followed = await one.followed();
      expect([...followed.keys()].sort()).toEqual(['other', 'portal']);
      expect(followed.get('other')).toEqual({
        count: 1,
        youngestMs: null,
        dueLanes: ['live', 'archived'],
      });
      const { count, youngestMs } = followed.get('portal') ?? {};
      expect(count).toBe(2);
      expect(youngestMs).toBeGreaterThanOrEqual(MINUTE);
      expect(youngestMs).toBeLessThan(HOUR);
    });

    it('tells which sweeps are due', async () => {
      await store('a');
      const dueLanes = async () =>
        (await subject.store.followed()).get('portal')?.dueLanes;
      expect(await dueLanes()).toEqual(['live', 'archived']);
      await subject.store.claimSweep('portal', 'live', HOUR);
      expect(await dueLanes()).toEqual(['archived']);
      await subject.store.claimSweep('portal', 'archived', HOUR);
      expect(await dueLanes()).toEqual([]);
    });
  });
}
