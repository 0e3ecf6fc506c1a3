import { ContractContext } from './ContractContext';

/** What the other side says, and what a credential holds, goes nowhere it does not belong. */
export function describeSecrecy({ world, ask }: ContractContext): void {
  const PLANTED = 'ghp_PlantedByTheOtherSide0123456789';

  const everyCall = () => {
    const { provider, credential, repository } = world();
    const where = { repository, number: 1 };
    const key = { type: 'pull_request' as const, databaseId: '1' };
    return Promise.all([
      provider.start(ask(), credential, () => true),
      provider.repository(repository, credential),
      provider.account(credential),
      provider.access('anybody', repository, credential),
      provider.changes(0, credential),
      provider.candidates(
        { repositoryId: repository.id, creatorId: '1', since: 0 },
        credential,
      ),
      provider.read('any', credential),
      provider.artifacts(
        [{ repository, keys: [key, { ...key, globalId: 'PR_1' }] }],
        credential,
      ),
      provider.files(where, credential),
      provider.stop({ taskId: 'any', repository, headRef: 'any' }, credential),
      provider.reply(
        { taskId: 'any', repository, pullRequestNumber: 1, text: 'Yes.' },
        credential,
      ),
      provider.decorate(where, 'A record.', credential),
      provider.closePullRequest(where, credential),
    ]);
  };

  describe('secrecy', () => {
    it.each([400, 401, 403, 404, 422, 500])(
      'lets no text of a %s refusal out, in results or logs',
      async status => {
        world().refuseEverything(status, PLANTED);
        const results = await everyCall();
        expect(world().requests()).toBeGreaterThan(0);
        expect(JSON.stringify(results)).not.toContain(PLANTED);
        expect(world().logged()).not.toContain(PLANTED);
      },
    );

    it('logs neither tokens nor prompts nor answers', async () => {
      const { provider, credential, repository } = world();
      const prompt = 'A sentence nobody should find in a log.';
      await provider.start(ask({ prompt }), credential, () => true);
      await provider.reply(
        {
          taskId: 'any',
          repository,
          pullRequestNumber: 404,
          text: 'Another sentence nobody should find.',
        },
        credential,
      );
      expect(world().logged()).toContain(repository.slug);
      expect(world().logged()).not.toContain(credential.token);
      expect(world().logged()).not.toContain('sentence nobody');
    });

    it('shows a token to no host but its own', async () => {
      const { provider, credential, repository } = world();
      const host = 'elsewhere.example';
      const elsewhere = { ...repository, host };
      const verdict = await provider.start(
        ask({ repository: elsewhere }),
        credential,
        () => true,
      );
      expect(verdict.kind).toBe('notSent');
      const read = await provider.repository(elsewhere, credential);
      expect(read.ok).toBe(false);
      const other = await provider.account({ ...credential, host });
      expect(other.ok).toBe(false);
      expect(world().requests()).toBe(0);
    });
  });
}
