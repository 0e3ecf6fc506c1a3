import { bo } from '../../../domain/testing/exampleData';
import { exampleKey, exampleStored, exampleSubmission } from '../exampleStored';
import { filledTask } from '../filledTask';
import { OpenStore, StoreSubject } from '../StoreSubject';

const CALLERS = ['a', 'b', 'c', 'd', 'e'];

/** New tasks: stored wholly, or refused without a trace. */
export function describeSubmit(open: OpenStore): void {
  describe('submit', () => {
    let subject: StoreSubject;
    let now: number;
    beforeEach(async () => {
      subject = await open();
      now = await subject.store.now();
    });
    const task = (id: string) => exampleStored(id, now);

    it('stores the task, its texts, the first line of its record and its effects', async () => {
      const { store, events } = subject;
      const asked = exampleSubmission(task('a'));
      expect(await store.submit(asked)).toEqual({ kind: 'stored' });

      const lines = await events('a');
      expect(lines.map(({ seq, type }) => [seq, type])).toEqual([
        [1, 'submitted'],
      ]);
      expect((await store.load('a'))?.task).toEqual({
        ...asked.task,
        eventCount: 1,
        chainHead: lines[0].mac,
      });
      expect(await store.texts('a')).toEqual(asked.texts);
      const claimed = await store.claimEffects({ limit: 9, holdForMs: 1 });
      expect(claimed).toMatchObject([
        { taskId: 'a', effect: asked.effects[0], attempts: 0 },
      ]);
    });

    it('keeps every field of a task as it was', async () => {
      const { store, events } = subject;
      const filled = filledTask('a', now);
      await store.submit(exampleSubmission(filled));
      const [line] = await events('a');
      expect((await store.load('a'))?.task).toEqual({
        ...filled,
        eventCount: 1,
        chainHead: line.mac,
      });
    });

    it('knows no task that nobody submitted', async () => {
      const { store } = subject;
      expect(await store.load('a')).toBeUndefined();
      expect(await store.texts('a')).toBeUndefined();
      expect(await store.replayOf(exampleKey())).toBeUndefined();
    });

    it('keeps a prompt that was left out as left out', async () => {
      const { store } = subject;
      const texts = { prompt: null, parameters: {} };
      await store.submit(exampleSubmission(task('a'), { texts }));
      expect(await store.texts('a')).toEqual(texts);
    });

    it('answers a repeated key with the first task, and stores nothing', async () => {
      const { store, sizes } = subject;
      const idempotency = exampleKey();
      await store.submit(exampleSubmission(task('a'), { idempotency }));
      const before = await sizes();

      const again = exampleSubmission(task('b'), { idempotency });
      expect(await store.submit(again)).toEqual({
        kind: 'replayed',
        taskId: 'a',
      });
      expect(await store.replayOf(idempotency)).toEqual({
        kind: 'replayed',
        taskId: 'a',
      });
      expect(await sizes()).toEqual(before);
    });

    it('refuses a key that comes back with another body, and stores nothing', async () => {
      const { store, sizes } = subject;
      const first = { idempotency: exampleKey() };
      await store.submit(exampleSubmission(task('a'), first));
      const before = await sizes();

      const idempotency = exampleKey({ bodyDigest: 'sha256:other' });
      const again = exampleSubmission(task('b'), { idempotency });
      expect(await store.submit(again)).toEqual({ kind: 'keyReused' });
      expect(await store.replayOf(idempotency)).toEqual({ kind: 'keyReused' });
      expect(await sizes()).toEqual(before);
    });

    it.each([{ principal: bo }, { route: 'POST /v1/retry' }, { key: 'key-2' }])(
      'does not mix up keys: %p',
      async other => {
        const { store } = subject;
        const first = { idempotency: exampleKey() };
        await store.submit(exampleSubmission(task('a'), first));
        const idempotency = exampleKey(other);
        expect(
          await store.submit(exampleSubmission(task('b'), { idempotency })),
        ).toEqual({ kind: 'stored' });
      },
    );

    it('refuses the same ask while a task for it is open, and stores nothing', async () => {
      const { store, sizes } = subject;
      const same = { duplicateKey: 'same', refuseDuplicate: true };
      await store.submit(exampleSubmission(task('a'), same));
      const before = await sizes();

      const idempotency = exampleKey();
      expect(
        await store.submit(
          exampleSubmission(task('b'), { ...same, idempotency }),
        ),
      ).toEqual({ kind: 'duplicate', taskId: 'a' });
      expect(await sizes()).toEqual(before);
      // Nor is the key used up by a refusal.
      expect(await store.replayOf(idempotency)).toBeUndefined();
    });

    it('takes the same ask again when a person insists, or when the first is over', async () => {
      const { store } = subject;
      const over = exampleStored('a', now, { phase: 'expired' });
      const same = { duplicateKey: 'same', refuseDuplicate: true };
      const insisted = { ...same, refuseDuplicate: false };
      for (const one of [
        exampleSubmission(over, same),
        exampleSubmission(task('b'), same),
        exampleSubmission(task('c'), insisted),
      ]) {
        expect(await store.submit(one)).toEqual({ kind: 'stored' });
      }
    });

    it('refuses when enough tasks wait, for a turn or for a yes, and stores nothing', async () => {
      const { store, sizes } = subject;
      const asks = [
        task('a'),
        exampleStored('b', now, { phase: 'pending_approval' }),
        exampleStored('c', now, { phase: 'tracking' }),
      ];
      for (const one of asks) await store.submit(exampleSubmission(one));
      const before = await sizes();

      const idempotency = exampleKey();
      const asked = { idempotency, maxWaiting: 2 };
      expect(await store.submit(exampleSubmission(task('d'), asked))).toEqual({
        kind: 'full',
        waiting: 2,
      });
      expect(await sizes()).toEqual(before);
      const later = { idempotency, maxWaiting: 3 };
      expect(await store.submit(exampleSubmission(task('d'), later))).toEqual({
        kind: 'stored',
      });
    });

    it('answers a repeated key even when it would refuse a new task', async () => {
      const { store } = subject;
      const asked = {
        idempotency: exampleKey(),
        refuseDuplicate: true,
        duplicateKey: 'same',
        maxWaiting: 1,
      };
      await store.submit(exampleSubmission(task('a'), asked));
      expect(await store.submit(exampleSubmission(task('b'), asked))).toEqual({
        kind: 'replayed',
        taskId: 'a',
      });
    });

    it('makes one task of equal requests that come at once', async () => {
      const idempotency = exampleKey();
      const { results, stored } = await submitAtOnce({ idempotency });
      const answers = results.filter(({ kind }) => kind !== 'stored');
      expect(answers).toEqual(
        Array(CALLERS.length - 1).fill({ kind: 'replayed', taskId: stored }),
      );
    });

    it('makes one task of equal asks that come at once without a key', async () => {
      const { results, stored } = await submitAtOnce({
        duplicateKey: 'same',
        refuseDuplicate: true,
      });
      const answers = results.filter(({ kind }) => kind !== 'stored');
      expect(answers).toEqual(
        Array(CALLERS.length - 1).fill({ kind: 'duplicate', taskId: stored }),
      );
    });

    async function submitAtOnce(
      asked: Partial<ReturnType<typeof exampleSubmission>>,
    ) {
      const { store, replica } = subject;
      const results = await Promise.all(
        CALLERS.map((id, index) =>
          (index % 2 ? store : replica).submit(
            exampleSubmission(task(id), asked),
          ),
        ),
      );
      const found = await Promise.all(CALLERS.map(id => store.load(id)));
      const stored = found.flatMap(one => one?.task.id ?? []);
      expect(stored).toHaveLength(1);
      return { results, stored: stored[0] };
    }
  });
}
