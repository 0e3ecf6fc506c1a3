import { BreakerFact } from '../../../domain/breaker/breakerFact';
import {
  BreakerState,
  closedBreaker,
} from '../../../domain/breaker/breakerState';
import { Task } from '../../../domain/task/task';
import { MINUTE } from '../../../domain/testing/exampleData';
import { AdmissionSnapshot } from '../../TaskStore';
import {
  exampleChange,
  exampleEntry,
  exampleStored,
  exampleSubmission,
} from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

/** What breakers are decided by, and that a decision about one is made once. */
export function describeBreakers(open: OpenStore): void {
  describe('breakers', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
      await store('asks');
    });

    async function store(id: string, over: Partial<Task> = {}): Promise<Task> {
      const task = exampleStored(id, now, over);
      await subject.store.submit(exampleSubmission(task));
      const loaded = await subject.store.load(id);
      if (!loaded) throw new Error('The task is gone');
      return loaded.task;
    }

    /** Ends a run: what came of it is learnt with the save. */
    async function ends(
      task: Task,
      outcome: Task['outcome'],
      at: number,
    ): Promise<boolean> {
      const after = { outcome, startedAt: now, updatedAt: at };
      return subject.store.save(exampleChange(task, after));
    }

    async function snapshot(
      breakers: BreakerState[] = [],
    ): Promise<AdmissionSnapshot> {
      let seen: AdmissionSnapshot | undefined;
      await subject.replica.admit(each => {
        seen = each;
        return { changes: [], wakePreflight: [], breakers };
      });
      if (!seen) throw new Error('Nobody decided');
      return seen;
    }

    const told = (facts: BreakerFact[]) =>
      facts.map(({ taskId, kind, isBad }) => `${taskId} ${kind} ${isBad}`);

    describe('what a task taught', () => {
      it('is kept with the step that taught it, the newest first', async () => {
        const one = await store('one', { phase: 'tracking' });
        const two = await store('two', { phase: 'tracking' });
        await ends(one, 'failed', now + 1);
        await ends(two, 'succeeded', now + 2);
        const { breakerFacts } = await snapshot();
        expect(told(breakerFacts)).toEqual([
          'two outcome false',
          'one outcome true',
        ]);
        expect(breakerFacts[0]).toEqual({
          scope: {
            kind: 'template',
            ref: 'agenttasktemplate:default/dependency-bump',
          },
          kind: 'outcome',
          taskId: 'two',
          isBad: false,
          at: now + 2,
        });
      });

      it('is forgotten with a step that lost its race', async () => {
        const one = await store('one', { phase: 'tracking' });
        const late = { ...one, version: one.version - 1 };
        expect(await ends(late, 'failed', now)).toBe(false);
        expect((await snapshot()).breakerFacts).toEqual([]);
      });

      it('gives way to what the same task teaches later', async () => {
        const one = await store('one', { phase: 'tracking' });
        await ends(one, 'failed', now + 1);
        const loaded = await subject.store.load('one');
        if (!loaded) throw new Error('The task is gone');
        await ends(loaded.task, 'succeeded', now + 2);
        const { breakerFacts } = await snapshot();
        expect(told(breakerFacts)).toEqual(['one outcome false']);
      });

      it('is told of whom the waiting tasks depend on, the latest ten of each kind', async () => {
        for (let n = 0; n < 12; n++) {
          const task = await store(`run-${n}`, { phase: 'tracking' });
          await ends(task, 'failed', now + n);
          const before = await store(`start-${n}`, { phase: 'starting' });
          await subject.store.save(
            exampleChange(
              before,
              { updatedAt: now + n },
              { history: [exampleEntry('ambiguous', now)] },
            ),
          );
        }
        const other = await store('other', {
          phase: 'tracking',
          template: {
            ref: 'agenttasktemplate:default/x',
            version: '1',
            digest: '',
          },
        });
        await ends(other, 'failed', now + 99);
        const facts = told((await snapshot()).breakerFacts);
        expect(facts).toHaveLength(20);
        expect(facts).toContain('run-11 outcome true');
        expect(facts).toContain('start-2 start true');
        expect(facts).not.toContain('run-1 outcome true');
      });
    });

    describe('a breaker', () => {
      const scope = {
        kind: 'template',
        ref: 'agenttasktemplate:default/x',
      } as const;

      it('is as the last decision left it', async () => {
        expect(await subject.store.breaker(scope)).toBeUndefined();
        const breaker: BreakerState = {
          ...closedBreaker(scope),
          state: 'open',
          since: now,
          until: now + MINUTE,
          reason: 'outcome',
          openings: 2,
        };
        expect((await snapshot([breaker])).breakers).toEqual([]);
        const next = {
          ...breaker,
          state: 'probing',
          probeTaskId: 'a',
        } as const;
        expect((await snapshot([next])).breakers).toEqual([breaker]);
        expect((await snapshot()).breakers).toEqual([next]);
        expect(await subject.store.breaker(scope)).toEqual(next);
      });
    });

    describe('reads', () => {
      const fail = (times: number) =>
        Promise.all(
          Array.from({ length: times }, (_, n) =>
            (n % 2 ? subject.store : subject.replica).noteRead('portal', false),
          ),
        );

      it('go out while they are answered, and write nothing', async () => {
        const before = await subject.sizes();
        expect(await subject.store.claimRead('portal')).toBeNull();
        expect(await subject.store.noteRead('portal', true)).toBeNull();
        expect(await subject.sizes()).toEqual(before);
      });

      it('stop after five failures in a row, whoever counted them, for this identity', async () => {
        const changed = await fail(5);
        expect(changed.filter(Boolean)).toHaveLength(1);
        const until = await subject.replica.claimRead('portal');
        expect(until).toBeGreaterThan(now);
        expect(until).toBeLessThanOrEqual((await subject.store.now()) + MINUTE);
        expect(await subject.store.claimRead('another')).toBeNull();
      });

      it('are tried by one of many when the time has come, and go on when it is answered', async () => {
        await fail(5);
        const scope = { kind: 'read', ref: 'portal' } as const;
        const opened = await subject.store.breaker(scope);
        if (!opened) throw new Error('It is not open');
        await snapshot([{ ...opened, until: now }]);
        const { store: one, replica: other } = subject;
        const claims = await Promise.all(
          [one, other, one, other].map(each => each.claimRead('portal')),
        );
        expect(claims.filter(until => until === null)).toHaveLength(1);
        expect((await one.noteRead('portal', true))?.state).toBe('closed');
        expect(await other.claimRead('portal')).toBeNull();
      });
    });
  });
}
