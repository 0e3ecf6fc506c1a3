import { ContractContext } from './ContractContext';
import { valueOf } from './valueOf';

/** A start is sent at most once, and its verdict claims no more than it proves. */
export function describeStarting({ world, ask }: ContractContext): void {
  const yes = () => true;

  const createdTaskId = async (prompt: string) => {
    const { provider, credential } = world();
    const verdict = await provider.start(ask({ prompt }), credential, yes);
    if (verdict.kind !== 'created') throw new Error(verdict.kind);
    return verdict.task.id;
  };

  describe('starting', () => {
    it.each(['answers_502', 'answers_503', 'reset', 'timeout'] as const)(
      'sends one request and calls it ambiguous when it meets %s',
      async fault => {
        const { provider, credential } = world();
        world().spoilNextStart(fault);
        const verdict = await provider.start(ask(), credential, yes);
        expect(verdict.kind).toBe('ambiguous');
        expect(world().startRequests()).toBe(1);
      },
    );

    it('sends one request and names a time when a rate limit turns it away', async () => {
      const { provider, credential } = world();
      world().spoilNextStart('rate_limit');
      const before = Date.now();
      const verdict = await provider.start(ask(), credential, yes);
      expect(verdict).toMatchObject({ kind: 'turnedAway' });
      expect((verdict as { until: number }).until).toBeGreaterThan(before);
      expect(world().startRequests()).toBe(1);
      expect(world().tasks()).toBe(0);
    });

    it('sends nothing when the guard says no', async () => {
      const { provider, credential } = world();
      const verdict = await provider.start(ask(), credential, () => false);
      expect(verdict).toEqual({ kind: 'notSent', reason: 'guard' });
      expect(world().requests()).toBe(0);
    });

    it('asks the guard once, before anything is sent', async () => {
      const { provider, credential } = world();
      const seen: number[] = [];
      await provider.start(ask(), credential, () => {
        seen.push(world().requests());
        return true;
      });
      expect(seen).toEqual([0]);
      expect(world().requests()).toBe(1);
    });

    it('creates a task that can be read by its id', async () => {
      const { provider, credential, repository } = world();
      const id = await createdTaskId('Say hello in the README.');
      const task = valueOf(await provider.read(id, credential));
      const account = valueOf(await provider.account(credential));
      expect(task).toMatchObject({
        id,
        repositoryId: repository.id,
        creatorId: account.id,
      });
    });

    it('lets a marker in the prompt be read back, by id and among candidates', async () => {
      const { provider, credential, repository } = world();
      const since = Date.now() - 60_000;
      const prompt = 'Say hello.\n\nPortal-Task-Ref: at1_one_ABCDEFGH';
      const id = await createdTaskId(prompt);
      await createdTaskId('Say goodbye.');

      const task = valueOf(await provider.read(id, credential));
      expect(task.sessions?.[0].prompt).toBe(prompt);

      const { id: creatorId } = valueOf(await provider.account(credential));
      const candidates = valueOf(
        await provider.candidates(
          { repositoryId: repository.id, creatorId, since },
          credential,
        ),
      );
      expect(candidates).toHaveLength(2);
      expect(
        candidates
          .filter(one => one.sessions?.some(run => run.prompt === prompt))
          .map(one => one.id),
      ).toEqual([id]);
    });

    it('calls a start ambiguous whose answer is lost, and finds it among candidates, renamed or not', async () => {
      const { provider, credential, repository } = world();
      const since = Date.now() - 60_000;
      const { id: creatorId } = valueOf(await provider.account(credential));
      const prompt = 'Say hello.\n\nPortal-Task-Ref: at1_two_ABCDEFGH';
      world().spoilNextStart('lost_after');
      const verdict = await provider.start(ask({ prompt }), credential, yes);
      expect(verdict.kind).toBe('ambiguous');
      expect(world().startRequests()).toBe(1);
      world().rename();

      const candidates = valueOf(
        await provider.candidates(
          { repositoryId: repository.id, creatorId, since },
          credential,
        ),
      );
      expect(candidates.map(one => one.sessions?.[0].prompt)).toEqual([prompt]);
      expect(world().startRequests()).toBe(1);
    });

    it('finds candidates from both archive lanes, oldest first, and none from before', async () => {
      const { provider, credential, repository } = world();
      const { id: creatorId } = valueOf(await provider.account(credential));
      const ids = [
        ...(await world().addTasks(2, 'archived')),
        ...(await world().addTasks(2, 'live')),
      ];
      const where = { repositoryId: repository.id, creatorId };
      const since = Date.now() - 60_000;
      const found = valueOf(
        await provider.candidates({ ...where, since }, credential),
      );
      expect(found.map(task => task.id).sort()).toEqual([...ids].sort());
      const times = found.map(task => task.createdAt);
      expect(times).toEqual([...times].sort((one, other) => one - other));

      const later = Math.max(...times) + 1_000;
      const none = await provider.candidates(
        { ...where, since: later },
        credential,
      );
      expect(valueOf(none)).toEqual([]);
    });

    it('is refused with a revoked token, and creates nothing', async () => {
      const { provider, credential } = world();
      world().revokeToken();
      const verdict = await provider.start(ask(), credential, yes);
      expect(verdict).toMatchObject({
        kind: 'refused',
        failureClass: 'identity_invalid',
      });
      expect(world().startRequests()).toBe(1);
      expect(world().tasks()).toBe(0);
    });
  });
}
