import { StartAsk } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { valueOf } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { startWorld } from './testing/startWorld';

/** What GitHub itself says, against the simulator; the general promises are in the contract suite. */
describe('GitHubAgentProvider', () => {
  let world: Awaited<ReturnType<typeof startWorld>>;

  beforeEach(async () => {
    world = await startWorld();
  });

  afterEach(async () => {
    await world.close();
  });

  const start = (
    changes: Partial<StartAsk> = {},
    credential = world.credential,
  ) =>
    world.provider.start(
      {
        repository: world.repository,
        prompt: 'Say hello in the README.',
        baseRef: 'main',
        createPullRequest: true,
        ...changes,
      },
      credential,
      () => true,
    );

  const startedTaskId = async (prompt = 'Say hello in the README.') => {
    const verdict = await start({ prompt });
    if (verdict.kind !== 'created') throw new Error(verdict.kind);
    return verdict.task.id;
  };

  const read = async (taskId: string) =>
    valueOf(await world.provider.read(taskId, world.credential));

  const pullRequestOf = async (taskId: string) => {
    const { artifacts: keys } = await read(taskId);
    const { repository, provider, credential } = world;
    const [pullRequest] = valueOf(
      await provider.artifacts([{ repository, keys }], credential),
    );
    return pullRequest;
  };

  const withPullRequest = async () => {
    const taskId = await startedTaskId();
    world.openPullRequest(taskId);
    return { taskId, pullRequest: await pullRequestOf(taskId) };
  };

  describe('tells why a start was refused', () => {
    it('a model that is not enabled', async () => {
      expect(await start({ model: 'gpt-1' })).toMatchObject({
        kind: 'refused',
        failureClass: 'model_unavailable',
        status: 400,
      });
    });

    it('a base branch that is not there', async () => {
      expect(await start({ baseRef: 'nowhere' })).toMatchObject({
        kind: 'refused',
        failureClass: 'conflict',
        status: 422,
      });
    });

    it('no seat', async () => {
      world.github.control.addAccount({ login: 'ada', seat: false });
      expect(await start()).toMatchObject({
        kind: 'refused',
        failureClass: 'not_enabled',
        status: 403,
      });
    });

    it.each(['fine_grained', 'installation'] as const)(
      'a %s token without the permission',
      async kind => {
        const token = `token of kind ${kind}`.replaceAll(' ', '_');
        const agentTasks = kind === 'fine_grained' ? 'read' : 'write';
        const login = 'ada';
        world.github.control.addToken({ token, login, kind, agentTasks });
        const verdict = await start({}, { ...world.credential, token });
        expect(verdict).toMatchObject({
          kind: 'refused',
          failureClass: 'permission_denied',
          status: 403,
        });
      },
    );

    it('the agent is off, or the repository too new for it', async () => {
      const { repository, provider, credential } = world;
      const { createdAt } = valueOf(
        await provider.repository(repository, credential),
      );
      world.github.control.repository(repository.slug, { agentEnabled: false });
      expect(await start()).toMatchObject({
        kind: 'refused',
        failureClass: 'not_enabled',
        status: 404,
      });
      expect(
        await start({ repository: { ...repository, createdAt } }),
      ).toMatchObject({ kind: 'refused', failureClass: 'not_ready' });
    });

    it('the primary limit, until its reset', async () => {
      world.github.control.fault({
        kind: 'primary_limit',
        method: 'POST',
        retryAfter: 600,
      });
      const verdict = await start();
      expect(verdict).toMatchObject({ kind: 'turnedAway', status: 403 });
      expect(world.tasks()).toBe(0);
    });

    it('a repository that has moved, without following it there', async () => {
      world.rename();
      expect(await start()).toEqual({ kind: 'notSent', reason: 'moved' });
      expect(world.startRequests()).toBe(1);
      expect(world.tasks()).toBe(0);
    });
  });

  it('finds a renamed repository by its old name, and gives the new one', async () => {
    const renamed = world.rename();
    const found = await world.provider.repository(
      { host: world.repository.host, slug: world.repository.slug },
      world.credential,
    );
    expect(valueOf(found)).toMatchObject({
      id: world.repository.id,
      slug: renamed.slug,
    });
  });

  it('reads a task through every oddity GitHub was seen with', async () => {
    world.github.control.settings({
      quirks: {
        model_prefix: 1,
        usage_credits: 1,
        string_error: 1,
        omitted_fields: 1,
        agents_address: 1,
      },
    });
    const verdict = await start({
      model: 'gpt-5.4',
      prompt: 'Break.\n\nsimulator: fails',
    });
    if (verdict.kind !== 'created') throw new Error(verdict.kind);
    world.github.control.advance(3_600_000);
    const task = await read(verdict.task.id);
    expect(task).toMatchObject({
      state: 'failed',
      sessions: [
        {
          model: 'gpt-5.4',
          usage: { unit: 'ai_credits', amount: expect.any(Number) },
          untrustedError: expect.stringContaining('failed repeatedly'),
        },
      ],
    });
    // Nano units would be a billion times as much.
    expect(task.sessions?.[0].usage?.amount).toBeLessThan(1_000);
    expect(task.sessions?.[0].usage?.amount).toBeGreaterThan(0);
  });

  it('tells a session that does not show yet from one without a prompt', async () => {
    world.github.control.settings({ quirks: { late_sessions: 1 } });
    const taskId = await startedTaskId();
    expect((await read(taskId)).sessions).toEqual([]);
    world.github.control.advance(120_000);
    expect((await read(taskId)).sessions).toHaveLength(1);
  });

  describe('follows a pull request', () => {
    it('from held back checks over approval to the merge', async () => {
      const { taskId, pullRequest } = await withPullRequest();
      const id = Number(pullRequest.databaseId);
      const { control } = world.github;
      expect(pullRequest).toMatchObject({
        state: 'open',
        draft: true,
        checks: 'awaiting_approval',
        review: 'required',
        approvedBy: [],
        mergeable: true,
      });

      control.pull(id, { do: 'run_checks' });
      control.advance(20_000);
      expect(await pullRequestOf(taskId)).toMatchObject({ checks: 'pending' });

      control.pull(id, { do: 'fail_checks' });
      expect(await pullRequestOf(taskId)).toMatchObject({ checks: 'failing' });

      control.pull(id, { do: 'approve', login: 'ben' });
      expect(await pullRequestOf(taskId)).toMatchObject({
        review: 'approved',
        approvedBy: ['ben'],
      });

      control.pull(id, { do: 'conflict' });
      expect(await pullRequestOf(taskId)).toMatchObject({ mergeable: false });

      control.pull(id, { do: 'merge', login: 'ben' });
      expect(await pullRequestOf(taskId)).toMatchObject({
        state: 'merged',
        mergedBy: 'ben',
        mergedAt: expect.any(Number),
      });
    });

    it('with passing checks, each by its name', async () => {
      const { taskId, pullRequest } = await withPullRequest();
      const id = Number(pullRequest.databaseId);
      world.github.control.pull(id, { do: 'pass_checks' });
      expect(await pullRequestOf(taskId)).toMatchObject({
        checks: 'passing',
        checkRuns: [
          { name: 'build', state: 'passing' },
          { name: 'test', state: 'passing' },
        ],
      });
    });

    it('asks for 250 of many repositories in three requests', async () => {
      world.proxy.answer = () => ({
        status: 200,
        headers: { 'x-github-request-id': 'A1' },
        body: JSON.stringify({ data: { nodes: [] } }),
      });
      const { host } = world.credential;
      const asks = Array.from({ length: 250 }, (_, index) => ({
        repository: { host, slug: `acme/service-${index}` },
        keys: [
          {
            type: 'pull_request' as const,
            databaseId: String(index),
            globalId: `PR_${index}`,
          },
        ],
      }));
      valueOf(await world.provider.artifacts(asks, world.credential));
      const asked = world.proxy.seen.map(
        ({ body }) => JSON.parse(body).variables.ids.length,
      );
      expect(asked).toEqual([100, 100, 50]);
    });
  });

  describe('stops', () => {
    const stop = async (taskId: string) => {
      const task = await read(taskId);
      return world.provider.stop(
        {
          taskId,
          repository: world.repository,
          headRef: task.sessions?.at(-1)?.headRef,
        },
        world.credential,
      );
    };

    it('nothing but the agent’s own run', async () => {
      const { taskId } = await withPullRequest();
      world.github.control.pull(
        Number((await pullRequestOf(taskId)).databaseId),
        { do: 'run_checks' },
      );
      expect(valueOf(await stop(taskId))).toBe('accepted');
      const cancels = world.proxy.seen.filter(({ path }) =>
        path.endsWith('/cancel'),
      );
      expect(cancels).toHaveLength(1);
    });

    it.each([
      [403, { ok: true, value: 'not_possible' }],
      [404, { ok: true, value: 'not_possible' }],
      [409, { ok: true, value: 'nothing_to_stop' }],
    ])('with a cancel answered %s', async (status, result) => {
      const { taskId } = await withPullRequest();
      world.proxy.answer = ({ path }) =>
        path.endsWith('/cancel')
          ? { status, headers: { 'x-github-request-id': 'A1' }, body: '{}' }
          : undefined;
      expect(await stop(taskId)).toEqual(result);
    });

    it('not, and says why, while GitHub is out of order', async () => {
      const { taskId } = await withPullRequest();
      world.proxy.answer = ({ path }) =>
        path.endsWith('/cancel') ? { status: 502 } : undefined;
      expect(await stop(taskId)).toMatchObject({
        ok: false,
        failure: { failureClass: 'provider_unavailable' },
      });
    });
  });

  describe('comments', () => {
    it('answer the agent, which begins another session', async () => {
      const { taskId, pullRequest } = await withPullRequest();
      world.github.control.task(taskId, { do: 'complete' });
      const reply = await world.provider.reply(
        {
          taskId,
          repository: world.repository,
          pullRequestNumber: pullRequest.number,
          text: 'Replace it.',
        },
        world.credential,
      );
      expect(reply).toMatchObject({
        kind: 'sent',
        url: expect.stringContaining(`/pull/${pullRequest.number}`),
      });
      const { sessions } = await read(taskId);
      expect(sessions).toHaveLength(2);
      expect(sessions?.[1].prompt).toContain('Replace it.');
    });

    it('of the record never wake the agent, whatever they quote', async () => {
      const { taskId, pullRequest } = await withPullRequest();
      world.github.control.task(taskId, { do: 'complete' });
      const { repository, provider, credential } = world;
      const decorated = await provider.decorate(
        { repository, number: pullRequest.number },
        'Asked by user:default/ada: @copilot do it again',
        credential,
      );
      expect(decorated.kind).toBe('sent');
      expect((await read(taskId)).sessions).toHaveLength(1);
    });
  });
});
