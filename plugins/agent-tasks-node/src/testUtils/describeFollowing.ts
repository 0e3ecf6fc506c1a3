import { ContractContext } from './ContractContext';
import { valueOf } from './valueOf';

/** What is reported is passed on as it is; only a read is a fact. */
export function describeFollowing({ world, ask }: ContractContext): void {
  const start = async () => {
    const { provider, credential } = world();
    const verdict = await provider.start(ask(), credential, () => true);
    if (verdict.kind !== 'created') throw new Error(verdict.kind);
    return verdict.task.id;
  };

  describe('following', () => {
    it('finds 250 changed tasks over several pages, and the archived ones beside them', async () => {
      const { provider, credential } = world();
      const since = Date.now() - 60_000;
      const live = await world().addTasks(250, 'live');
      const archived = await world().addTasks(30, 'archived');

      const both = valueOf(await provider.changes(since, credential));
      expect(both.complete).toBe(true);
      expect(idsOf(both.hints, false)).toEqual([...live].sort());
      expect(idsOf(both.hints, true)).toEqual([...archived].sort());

      const lane = valueOf(
        await provider.changes(since, credential, 'archived'),
      );
      expect(idsOf(lane.hints, true)).toEqual([...archived].sort());
      expect(idsOf(lane.hints, false)).toEqual([]);
    });

    it('passes a state nobody announced on as it is', async () => {
      const { provider, credential } = world();
      const id = await start();
      world().reportState(id, 'brewing_tea');
      const task = valueOf(await provider.read(id, credential));
      expect(task.state).toBe('brewing_tea');
      const { hints } = valueOf(
        await provider.changes(Date.now() - 60_000, credential),
      );
      expect(hints.find(hint => hint.taskId === id)?.state).toBe('brewing_tea');
    });

    it('stops a running task, and only a later read says so', async () => {
      const { provider, credential, repository } = world();
      const taskId = await start();
      world().openPullRequest(taskId);
      const before = valueOf(await provider.read(taskId, credential));
      const headRef = before.sessions?.at(-1)?.headRef;

      const stopped = await provider.stop(
        { taskId, repository, headRef },
        credential,
      );
      expect(valueOf(stopped)).toBe('accepted');
      expect(valueOf(await provider.read(taskId, credential)).state).toBe(
        before.state,
      );

      world().noticeStop();
      expect(valueOf(await provider.read(taskId, credential)).state).toBe(
        'cancelled',
      );
      const again = await provider.stop(
        { taskId, repository, headRef },
        credential,
      );
      expect(valueOf(again)).toBe('nothing_to_stop');
    });

    it('finds nothing to stop before there is a branch', async () => {
      const { provider, credential, repository } = world();
      const taskId = await start();
      const stopped = await provider.stop({ taskId, repository }, credential);
      expect(valueOf(stopped)).toBe('nothing_to_stop');
    });

    it('names a revoked token when it reads, in every kind of read', async () => {
      const { provider, credential, repository } = world();
      const taskId = await start();
      world().revokeToken();
      const results = await Promise.all([
        provider.read(taskId, credential),
        provider.changes(0, credential),
        provider.account(credential),
        provider.repository(repository, credential),
        provider.access('anybody', repository, credential),
      ]);
      expect(results).toEqual(
        results.map(() => ({
          ok: false,
          failure: expect.objectContaining({
            failureClass: 'identity_invalid',
            status: 401,
          }),
        })),
      );
    });

    it('tells a task that is gone by its status', async () => {
      const { provider, credential } = world();
      const read = await provider.read('no-such-task', credential);
      expect(read).toMatchObject({ ok: false, failure: { status: 404 } });
    });

    it('knows what is left of the request budget', async () => {
      const { provider, credential } = world();
      const before = valueOf(await provider.rateBudget(credential));
      await provider.account(credential);
      const after = valueOf(await provider.rateBudget(credential));
      expect(after.remaining).toBeLessThan(before.remaining);
      expect(after.resetAt).toBeGreaterThan(Date.now());
    });
  });
}

function idsOf(
  hints: { taskId: string; archived: boolean }[],
  archived: boolean,
): string[] {
  return hints
    .filter(hint => hint.archived === archived)
    .map(hint => hint.taskId)
    .sort();
}
