import { Task } from '../../../domain/task/task';
import { MINUTE } from '../../../domain/testing/exampleData';
import { AdmissionOutcome, AdmissionSnapshot } from '../../TaskStore';
import {
  exampleChange,
  exampleStored,
  exampleSubmission,
} from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

const nothing: AdmissionOutcome = { changes: [], wakePreflight: [] };

/** Ended and judged: nothing more will come of it. */
const judged = {
  providerState: 'completed',
  outcome: 'succeeded',
} satisfies Partial<Task>;

/** Decisions about who may start: one at a time, saved with what they were based on. */
export function describeAdmission(open: OpenStore): void {
  describe('admit', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
    });

    async function store(id: string, over: Partial<Task> = {}): Promise<void> {
      const task = exampleStored(id, now, over);
      await subject.store.submit(exampleSubmission(task));
    }

    const loaded = async (id: string) => (await subject.store.load(id))?.task;
    const repository = { ...exampleStored('x', 0).repository, id: '77' };

    it('is shown the queue in order, what is in flight, and the identities', async () => {
      const { store: one } = subject;
      await store('late', { queuedAt: now - 1 });
      await store('early', { queuedAt: now - 2 });
      await store('urgent', { priority: 1 });
      await store('asked', { phase: 'pending_approval' });
      await store('starting', { phase: 'starting' });
      await store('unclear', { phase: 'unconfirmed' });
      await store('tracked', { phase: 'tracking' });
      await store('over', { phase: 'tracking', ...judged });
      await one.saveIdentity('portal', { nextStartAt: now });

      let seen: AdmissionSnapshot | undefined;
      await one.admit(snapshot => {
        seen = snapshot;
        return nothing;
      });
      expect(seen?.candidates.map(({ id }) => id)).toEqual([
        'urgent',
        'early',
        'late',
      ]);
      expect(seen?.inFlight.map(({ id }) => id).sort()).toEqual([
        'starting',
        'tracked',
        'unclear',
      ]);
      expect(seen?.identities).toMatchObject([
        { id: 'portal', nextStartAt: now },
      ]);
      expect(seen?.freezes).toEqual([]);
      expect(seen?.now).toBeGreaterThanOrEqual(now);
    });

    it('is shown the first of everybody before the second of anybody', async () => {
      for (let n = 0; n < 210; n++) {
        await store(`mass-${n}`, { fairKey: 'mass', queuedAt: now - 999 + n });
      }
      await store('click', { fairKey: 'click', queuedAt: now });
      await store('flying', { phase: 'tracking', fairKey: 'busy' });
      await store('busy', { fairKey: 'busy', queuedAt: now - 5_000 });
      await store('urgent', { fairKey: 'mass', priority: 1, queuedAt: now });
      let seen: string[] = [];
      await subject.store.admit(({ candidates }) => {
        seen = candidates.map(({ id }) => id);
        return nothing;
      });
      // The urgent one is the first turn of its key; who has one in flight is at the second.
      expect(seen.slice(0, 5)).toEqual([
        'urgent',
        'click',
        'busy',
        'mass-0',
        'mass-1',
      ]);
      expect(seen).toHaveLength(200);
    });

    it('saves what is decided and answers with the tasks as stored', async () => {
      await store('a');
      await store('b');
      const saved = await subject.store.admit(claimAll);
      expect(saved).toHaveLength(2);
      for (const task of saved ?? []) {
        expect(task).toMatchObject({ phase: 'starting', eventCount: 2 });
        expect(await loaded(task.id)).toEqual(task);
      }
    });

    it('does not ask for a decision when nobody waits', async () => {
      await store('tracked', { phase: 'tracking' });
      const decide = jest.fn(claimAll);
      expect(await subject.store.admit(decide)).toEqual([]);
      expect(decide).not.toHaveBeenCalled();
    });

    it('leaves out a second start in one repository, and saves the rest', async () => {
      await store('first', { repository, queuedAt: now - 3 });
      await store('second', { repository, queuedAt: now - 2 });
      await store('elsewhere', { queuedAt: now - 1 });
      const before = await loaded('second');

      const saved = await subject.store.admit(claimAll);
      expect(saved?.map(({ id }) => id)).toEqual(['first', 'elsewhere']);
      expect(await loaded('second')).toEqual(before);
      expect(await subject.events('second')).toHaveLength(1);
      expect(await subject.store.admit(claimAll)).toEqual([]);
    });

    it.each(['starting', 'unconfirmed'] as const)(
      'lets nobody start beside a task that is %s there',
      async phase => {
        await store('there', { repository, phase });
        await store('waits', { repository });
        expect(await subject.store.admit(claimAll)).toEqual([]);
      },
    );

    it.each(['quarantined', 'tracking'] as const)(
      'lets a task start beside one that is %s there',
      async phase => {
        await store('there', { repository, phase });
        await store('waits', { repository });
        expect(await subject.store.admit(claimAll)).toHaveLength(1);
      },
    );

    it('leaves out a change over a version that has passed', async () => {
      await store('a');
      await store('b');
      const saved = await subject.store.admit(snapshot => {
        const { changes } = claimAll(snapshot);
        const [{ before, ...change }, other] = changes;
        const late = { ...before, version: before.version - 1 };
        return {
          changes: [{ ...change, before: late }, other],
          wakePreflight: [],
        };
      });
      expect(saved?.map(({ id }) => id)).toEqual(['b']);
      expect(await loaded('a')).toMatchObject({ phase: 'queued' });
    });

    it('starts a task once when two decide at once', async () => {
      await store('a');
      const { store: one, replica: other } = subject;
      const saved = await Promise.all(
        [one, other, one, other].map(each => each.admit(claimAll)),
      );
      expect(saved.flatMap(tasks => tasks ?? [])).toHaveLength(1);
      expect(await loaded('a')).toMatchObject({ epoch: 1, eventCount: 2 });
    });

    it('keeps nothing of a decision that fails, and can decide again', async () => {
      await store('a');
      const broken = subject.store.admit(() => {
        throw new Error('broken rule');
      });
      await expect(broken).rejects.toThrow('broken rule');
      expect(await subject.store.admit(claimAll)).toHaveLength(1);
    });

    it('keeps nothing of a decision that would charge twice', async () => {
      await store('a');
      await store('b');
      const { sizes } = subject;
      const before = await sizes();
      const cost = { session: 's', kind: 'reserve', amount: 1 } as const;
      const twice = [
        { step: 'insert' as const, ...cost },
        { step: 'insert' as const, ...cost },
      ];
      const charged = subject.store.admit(snapshot => {
        const { changes } = claimAll(snapshot);
        return {
          changes: [changes[0], { ...changes[1], costs: twice }],
          wakePreflight: [],
        };
      });
      await expect(charged).rejects.toThrow();
      expect(await sizes()).toEqual(before);
      expect(await loaded('a')).toMatchObject({ phase: 'queued' });
    });

    it('makes the named preflights due, but for those that have a time', async () => {
      await store('idle', { startDueAt: null });
      await store('claimed', { startDueAt: now + MINUTE });
      await store('unnamed', { startDueAt: null });
      await subject.store.admit(() => ({
        changes: [],
        wakePreflight: ['idle', 'claimed'],
      }));
      expect(await duePreflights()).toEqual(['idle']);
    });

    it('makes a preflight due also when the same decision changes the task', async () => {
      await store('idle', { startDueAt: null });
      await store('planned', { startDueAt: now + MINUTE });
      const held = { reason: 'preflight', since: now } as const;
      await subject.store.admit(({ candidates }) => ({
        changes: candidates.map(task =>
          exampleChange(task, { held, startDueAt: null }),
        ),
        wakePreflight: ['idle', 'planned'],
      }));
      expect(await loaded('planned')).toMatchObject({ held });
      expect((await duePreflights()).sort()).toEqual(['idle', 'planned']);
    });

    function duePreflights(): Promise<string[]> {
      return subject.store.claimDue('preflight', {
        limit: 9,
        holdForMs: MINUTE,
      });
    }
  });
}

function claimAll({ candidates, now }: AdmissionSnapshot): AdmissionOutcome {
  return {
    changes: candidates.map(task =>
      exampleChange(task, {
        phase: 'starting',
        epoch: task.epoch + 1,
        lease: { holder: 'replica-1', until: now + MINUTE },
      }),
    ),
    wakePreflight: [],
  };
}
