import {
  exampleChange,
  exampleKey,
  exampleStored,
  exampleSubmission,
} from '../exampleStored';
import { OpenStore, StoreSubject } from '../StoreSubject';

/** The clock, what is made or kept once, and what is thrown away. */
export function describeKeeping(open: OpenStore): void {
  let subject: StoreSubject;
  beforeEach(async () => {
    subject = await open();
  });

  describe('the clock', () => {
    it('counts whole milliseconds and never goes back', async () => {
      const { store, replica } = subject;
      let last = 0;
      for (const each of [store, replica, store, replica, store]) {
        const now = await each.now();
        expect(Number.isSafeInteger(now)).toBe(true);
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
    });

    it('is the one that tasks are loaded with', async () => {
      const { store } = subject;
      const before = await store.now();
      await store.submit(exampleSubmission(exampleStored('a', before)));
      const loaded = await store.load('a');
      expect(loaded?.now).toBeGreaterThanOrEqual(before);
      expect(loaded?.now).toBeLessThanOrEqual(await store.now());
    });
  });

  describe('the installation', () => {
    it('is one, whoever asks first and however many at once', async () => {
      const { store, replica } = subject;
      const asked = await Promise.all(
        [store, replica, store, replica].map(each => each.installation()),
      );
      expect(asked[0]).toEqual({
        id: expect.any(String),
        instance: null,
        createdAt: expect.any(Number),
      });
      expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
      expect(await replica.installation()).toEqual(asked[0]);
    });
  });

  describe('a version', () => {
    const template = {
      ref: 'agenttasktemplate:default/dependency-bump',
      version: '1.2.0',
      digest: 'sha256:first',
      spec: { type: 'dependency-bump', nothing: null },
    };
    const policy = {
      id: 'services',
      version: 3,
      digest: 'sha256:first',
      rules: { models: ['auto'] },
    };

    it('of a template is kept as first used', async () => {
      const { store, replica } = subject;
      const { ref, version } = template;
      expect(await store.templateVersion(ref, version)).toBeUndefined();
      expect(await store.keepTemplateVersion(template)).toBe('kept');
      expect(await replica.keepTemplateVersion(template)).toBe('kept');
      const other = { ...template, digest: 'sha256:other', spec: {} };
      expect(await store.keepTemplateVersion(other)).toBe('conflict');
      expect(await store.templateVersion(ref, version)).toEqual(template);
      const next = { ...other, version: '1.3.0' };
      expect(await store.keepTemplateVersion(next)).toBe('kept');
    });

    it('of a policy is kept as first seen', async () => {
      const { store, replica } = subject;
      expect(await store.keepPolicyVersion(policy)).toBe('kept');
      expect(await replica.keepPolicyVersion(policy)).toBe('kept');
      const other = { ...policy, digest: 'sha256:other' };
      expect(await store.keepPolicyVersion(other)).toBe('conflict');
      const next = { ...other, version: 4 };
      expect(await store.keepPolicyVersion(next)).toBe('kept');
    });

    it('goes to one of those who keep different ones at once', async () => {
      const { store, replica } = subject;
      const answers = await Promise.all(
        [store, replica, store].map((each, n) =>
          each.keepTemplateVersion({ ...template, digest: `sha256:${n}` }),
        ),
      );
      expect(answers.sort()).toEqual(['conflict', 'conflict', 'kept']);
    });
  });

  describe('trim', () => {
    it('throws away what is older than its time, and nothing that is owed', async () => {
      const { store } = subject;
      const now = await store.now();
      const idempotency = exampleKey();
      await store.submit(
        exampleSubmission(exampleStored('a', now), { idempotency }),
      );
      const loaded = await store.load('a');
      if (!loaded) throw new Error('The task is gone');
      await store.save(exampleChange(loaded.task, {}, { raw: null }));
      const [owed, done] = await store.claimEffects({
        limit: 2,
        holdForMs: 0,
      });
      await store.finishEffect(done.id);

      const nothing = { idempotency: 0, raw: 0, effects: 0 };
      const before = { idempotency: now, raw: now, effects: now };
      expect(await store.trim(before)).toEqual(nothing);
      const later = (await store.now()) + 1;
      const after = { idempotency: later, raw: later, effects: later };
      expect(await store.trim(after)).toEqual({
        idempotency: 1,
        raw: 1,
        effects: 1,
      });
      expect(await store.trim(after)).toEqual(nothing);
      expect(await store.replayOf(idempotency)).toBeUndefined();
      const left = await store.claimEffects({ limit: 9, holdForMs: 0 });
      expect(left.map(({ id }) => id)).toEqual([owed.id]);
      expect((await store.load('a'))?.task.eventCount).toBe(2);
    });
  });
}
