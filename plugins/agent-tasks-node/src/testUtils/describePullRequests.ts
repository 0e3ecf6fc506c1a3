import { ContractContext } from './ContractContext';
import { valueOf } from './valueOf';

/** Repositories, their people, and the pull requests that agents open in them. */
export function describePullRequests({ world, ask }: ContractContext): void {
  const startWithPullRequest = async () => {
    const { provider, credential, repository } = world();
    const verdict = await provider.start(ask(), credential, () => true);
    if (verdict.kind !== 'created') throw new Error(verdict.kind);
    world().openPullRequest(verdict.task.id);
    const task = valueOf(await provider.read(verdict.task.id, credential));
    const [pullRequest] = valueOf(
      await provider.artifacts(
        [{ repository, keys: task.artifacts }],
        credential,
      ),
    );
    return { task, pullRequest };
  };

  describe('repositories', () => {
    it('reads a repository by its name and by its id', async () => {
      const { provider, credential, repository } = world();
      const { host, id, slug } = repository;
      const bySlug = await provider.repository({ host, slug }, credential);
      const byId = await provider.repository({ host, id }, credential);
      expect(valueOf(bySlug)).toMatchObject({ id, slug, host });
      expect(byId).toEqual(bySlug);
    });

    it('finds a renamed repository by its id, under its new name', async () => {
      const { provider, credential, repository } = world();
      const { host, id } = repository;
      const renamed = world().rename();
      const found = await provider.repository({ host, id }, credential);
      expect(valueOf(found)).toMatchObject({ id, slug: renamed.slug });
    });

    it('says that a repository is not there', async () => {
      const { provider, credential, repository } = world();
      const slug = `${repository.slug}-of-nobody`;
      const found = await provider.repository(
        { host: repository.host, slug },
        credential,
      );
      expect(found).toMatchObject({
        ok: false,
        failure: { failureClass: 'repository_not_found' },
      });
    });

    it('tells who may write, and calls no answer a failure', async () => {
      const { provider, credential, repository, readerLogin } = world();
      const { login } = valueOf(await provider.account(credential));
      const own = await provider.access(login, repository, credential);
      expect(['write', 'admin']).toContain(valueOf(own));
      const other = await provider.access(readerLogin, repository, credential);
      expect(valueOf(other)).toBe('read');
      world().refuseEverything(503, '');
      const none = await provider.access(login, repository, credential);
      expect(none.ok).toBe(false);
    });
  });

  describe('pull requests', () => {
    it('reads the pull request behind an artifact, and leaves out what is gone', async () => {
      const { provider, credential, repository } = world();
      const { task, pullRequest } = await startWithPullRequest();
      const key = task.artifacts.find(one => one.type === 'pull_request');
      expect(pullRequest).toMatchObject({
        databaseId: key?.databaseId,
        state: 'open',
        headRef: task.sessions?.at(-1)?.headRef,
      });

      const gone = {
        type: 'pull_request' as const,
        databaseId: '1',
        globalId: 'PR_gone',
      };
      const keys = [gone, ...task.artifacts];
      const read = await provider.artifacts([{ repository, keys }], credential);
      expect(valueOf(read).map(one => one.databaseId)).toEqual([
        pullRequest.databaseId,
      ]);
    });

    it('reads the pull request of an artifact without a global id', async () => {
      const { provider, credential, repository } = world();
      const { task, pullRequest } = await startWithPullRequest();
      const keys = task.artifacts.map(key =>
        key.type === 'pull_request'
          ? { type: key.type, databaseId: key.databaseId }
          : key,
      );
      const read = await provider.artifacts([{ repository, keys }], credential);
      expect(valueOf(read)).toEqual([pullRequest]);
    });

    it('lists the files a pull request touches', async () => {
      const { provider, credential, repository } = world();
      const { pullRequest } = await startWithPullRequest();
      const { number } = pullRequest;
      const files = await provider.files({ repository, number }, credential);
      expect(valueOf(files)).toHaveLength(pullRequest.changedFiles);
    });

    it('closes a pull request', async () => {
      const { provider, credential, repository } = world();
      const { task, pullRequest } = await startWithPullRequest();
      const { number } = pullRequest;
      const closed = await provider.closePullRequest(
        { repository, number },
        credential,
      );
      expect(valueOf(closed)).toBe('closed');
      const [after] = valueOf(
        await provider.artifacts(
          [{ repository, keys: task.artifacts }],
          credential,
        ),
      );
      expect(after.state).toBe('closed');
    });

    it.each(['answers_502', 'reset', 'timeout', 'lost_after'] as const)(
      'sends an answer once and calls it unclear when it meets %s',
      async fault => {
        const { provider, credential, repository } = world();
        const { task, pullRequest } = await startWithPullRequest();
        world().spoilNextComment(fault);
        const reply = await provider.reply(
          {
            taskId: task.id,
            repository,
            pullRequestNumber: pullRequest.number,
            text: 'Replace it.',
          },
          credential,
        );
        expect(reply).toEqual({ kind: 'unclear' });
        expect(world().commentRequests()).toBe(1);
      },
    );

    it('sends an answer once, and says when it could not', async () => {
      const { provider, credential, repository } = world();
      const { task, pullRequest } = await startWithPullRequest();
      const answer = {
        taskId: task.id,
        repository,
        pullRequestNumber: pullRequest.number,
        text: 'Replace it.',
      };
      world().spoilNextComment('rate_limit');
      expect(await provider.reply(answer, credential)).toEqual({
        kind: 'notSent',
        failureClass: 'rate_limited',
      });
      expect(await provider.reply(answer, credential)).toMatchObject({
        kind: 'sent',
      });
      expect(world().commentRequests()).toBe(2);
    });
  });
}
