import {
  TASK_PHASES,
  TaskPhase,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../../../domain/task/task';
import { MINUTE } from '../../../domain/testing/exampleData';
import { DueLoop } from '../../TaskStore';
import { exampleStored, exampleSubmission } from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

type DueField = Extract<keyof Task, `${string}DueAt`>;

const LOOPS: [loop: DueLoop, field: DueField, phases: readonly TaskPhase[]][] =
  [
    ['preflight', 'startDueAt', ['pending_approval', 'queued']],
    ['resolve', 'startDueAt', ['quarantined', 'starting', 'unconfirmed']],
    ['read', 'readDueAt', ['tracking']],
    ['artifacts', 'artifactDueAt', ['tracking']],
    ['judge', 'judgeDueAt', TASK_PHASES],
    ['remind', 'remindDueAt', TASK_PHASES],
  ];

/** Claims of due tasks: who works on what, without two working on the same. */
export function describeClaims(open: OpenStore): void {
  describe('claimDue', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
    });

    async function store(id: string, over: Partial<Task>): Promise<void> {
      const task = exampleStored(id, now, over);
      await subject.store.submit(exampleSubmission(task));
    }

    const loaded = async (id: string) => (await subject.store.load(id))?.task;
    const hold = { limit: 99, holdForMs: MINUTE };

    it.each(LOOPS)(
      '%s takes what is due by %s, in its phases only',
      async (loop, field, phases) => {
        for (const phase of TASK_PHASES) {
          await store(phase, { phase, [field]: now - 1 });
        }
        await store('later', { phase: phases[0], [field]: now + MINUTE });
        await store('never', { phase: phases[0], [field]: null });
        const claimed = await subject.store.claimDue(loop, hold);
        expect(claimed.sort()).toEqual([...phases].sort());
      },
    );

    it.each(LOOPS)(
      '%s moves %s by the hold, and nothing else',
      async (loop, field, [phase]) => {
        const due = Object.fromEntries(
          LOOPS.map(([, name]) => [name, now - 1]),
        );
        await store('a', { phase, ...due });
        const before = await loaded('a');
        expect(await subject.store.claimDue(loop, hold)).toEqual(['a']);

        const after = await loaded('a');
        expect({ ...after, [field]: now - 1 }).toEqual(before);
        expect(after?.[field]).toBeGreaterThanOrEqual(now + MINUTE);
        expect(after?.[field]).toBeLessThanOrEqual(
          (await subject.store.now()) + MINUTE,
        );
      },
    );

    it('takes those first that have been due longest', async () => {
      for (const [id, at] of [
        ['a', 3],
        ['b', 1],
        ['c', 2],
        ['d', 4],
      ] as const) {
        await store(id, { phase: 'tracking', readDueAt: now - 10 + at });
      }
      const two = { limit: 2, holdForMs: MINUTE };
      const first = await subject.store.claimDue('read', two);
      expect(first.sort()).toEqual(['b', 'c']);
      const second = await subject.store.claimDue('read', two);
      expect(second.sort()).toEqual(['a', 'd']);
      expect(await subject.store.claimDue('read', two)).toEqual([]);
    });

    it('gives a task again when its claimer died and the hold is over', async () => {
      await store('a', { phase: 'tracking', readDueAt: now });
      const over = { limit: 1, holdForMs: 0 };
      expect(await subject.store.claimDue('read', over)).toEqual(['a']);
      expect(await subject.replica.claimDue('read', over)).toEqual(['a']);
      expect(await subject.replica.claimDue('read', hold)).toEqual(['a']);
      expect(await subject.store.claimDue('read', hold)).toEqual([]);
    });

    it('never gives a task to two who ask at once', async () => {
      const ids = Array.from({ length: 30 }, (_, n) => `t${n}`);
      for (const id of ids) {
        await store(id, { phase: 'tracking', readDueAt: now });
      }
      const few = { limit: 3, holdForMs: MINUTE };
      const claimed: string[] = [];
      for (;;) {
        const { store: one, replica: other } = subject;
        const taken = await Promise.all(
          [one, other, one, other].map(each => each.claimDue('read', few)),
        );
        if (taken.flat().length === 0) break;
        claimed.push(...taken.flat());
      }
      expect(claimed.sort()).toEqual(ids.sort());
    });

    it('preflight takes the first of everybody before the second of anybody', async () => {
      for (let n = 0; n < 5; n++) {
        const startDueAt = now - 50 + n;
        await store(`mass-${n}`, { fairKey: 'mass', startDueAt });
      }
      await store('click', { fairKey: 'click', startDueAt: now - 1 });
      const urgent = { fairKey: 'mass', priority: 1, startDueAt: now - 1 };
      await store('urgent', urgent);
      const two = { limit: 2, holdForMs: MINUTE };
      const claim = () => subject.store.claimDue('preflight', two);
      expect((await claim()).sort()).toEqual(['click', 'urgent']);
      expect((await claim()).sort()).toEqual(['mass-0', 'mass-1']);
    });

    it('never gives a preflight to two who ask at once', async () => {
      const ids = Array.from({ length: 20 }, (_, n) => `t${n}`);
      for (const [n, id] of ids.entries()) {
        await store(id, { fairKey: `key ${n % 3}`, startDueAt: now - n });
      }
      const few = { limit: 3, holdForMs: MINUTE };
      const claimed: string[] = [];
      for (;;) {
        const { store: one, replica: other } = subject;
        const taken = await Promise.all(
          [one, other, one, other].map(each => each.claimDue('preflight', few)),
        );
        if (taken.flat().length === 0) break;
        claimed.push(...taken.flat());
      }
      expect(claimed.sort()).toEqual(ids.sort());
    });

    it('leaves tasks alone whose preflight is fresh', async () => {
      for (const [id, preflightAt] of [
        ['none', null],
        ['stale', now - MINUTE],
        ['fresh', now],
      ] as const) {
        await store(id, { preflightAt, startDueAt: now - 1 });
      }
      const claimed = await subject.store.claimDue('preflight', hold);
      expect(claimed.sort()).toEqual(['none', 'stale']);
    });
  });
}
