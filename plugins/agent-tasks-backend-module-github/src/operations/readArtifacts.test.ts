import { valueOf } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { startScene } from '../testing/startScene';

describe('readArtifacts follows a pull request', () => {
  let scene: Awaited<ReturnType<typeof startScene>>;

  beforeEach(async () => {
    scene = await startScene();
  });

  afterEach(async () => {
    await scene.close();
  });

  it('from held back checks over approval to the merge', async () => {
    const { taskId, pullRequest } = await scene.withPullRequest();
    const id = Number(pullRequest.databaseId);
    const { control } = scene.github;
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
    expect(await scene.pullRequestOf(taskId)).toMatchObject({
      checks: 'pending',
    });

    control.pull(id, { do: 'fail_checks' });
    expect(await scene.pullRequestOf(taskId)).toMatchObject({
      checks: 'failing',
    });

    control.pull(id, { do: 'approve', login: 'ben' });
    expect(await scene.pullRequestOf(taskId)).toMatchObject({
      review: 'approved',
      approvedBy: ['ben'],
    });

    control.pull(id, { do: 'conflict' });
    expect(await scene.pullRequestOf(taskId)).toMatchObject({
      mergeable: false,
    });

    control.pull(id, { do: 'merge', login: 'ben' });
    expect(await scene.pullRequestOf(taskId)).toMatchObject({
      state: 'merged',
      mergedBy: 'ben',
      mergedAt: expect.any(Number),
    });
  });

  it('with passing checks, each by its name', async () => {
    const { taskId, pullRequest } = await scene.withPullRequest();
    const id = Number(pullRequest.databaseId);
    scene.github.control.pull(id, { do: 'pass_checks' });
    expect(await scene.pullRequestOf(taskId)).toMatchObject({
      checks: 'passing',
      checkRuns: [
        { name: 'build', state: 'passing' },
        { name: 'test', state: 'passing' },
      ],
    });
  });

  it('asks for 250 of many repositories in three requests', async () => {
    scene.proxy.answer = () => ({
      status: 200,
      headers: { 'x-github-request-id': 'A1' },
      body: JSON.stringify({ data: { nodes: [] } }),
    });
    const { host } = scene.credential;
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
    valueOf(await scene.provider.artifacts(asks, scene.credential));
    const asked = scene.proxy.seen.map(
      ({ body }) => JSON.parse(body).variables.ids.length,
    );
    expect(asked).toEqual([100, 100, 50]);
  });
});
