import { valueOf } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { startScene } from '../testing/startScene';

describe('stopTask stops', () => {
  let scene: Awaited<ReturnType<typeof startScene>>;

  beforeEach(async () => {
    scene = await startScene();
  });

  afterEach(async () => {
    await scene.close();
  });

  const stop = async (taskId: string) => {
    const task = await scene.read(taskId);
    return scene.provider.stop(
      {
        taskId,
        repository: scene.repository,
        headRef: task.sessions?.at(-1)?.headRef,
      },
      scene.credential,
    );
  };

  it('nothing but the agent’s own run', async () => {
    const { taskId } = await scene.withPullRequest();
    scene.github.control.pull(
      Number((await scene.pullRequestOf(taskId)).databaseId),
      { do: 'run_checks' },
    );
    expect(valueOf(await stop(taskId))).toBe('accepted');
    const cancels = scene.proxy.seen.filter(({ path }) =>
      path.endsWith('/cancel'),
    );
    expect(cancels).toHaveLength(1);
  });

  it.each([
    [403, { ok: true, value: 'not_possible' }],
    [404, { ok: true, value: 'not_possible' }],
    [409, { ok: true, value: 'nothing_to_stop' }],
  ])('with a cancel answered %s', async (status, result) => {
    const { taskId } = await scene.withPullRequest();
    scene.proxy.answer = ({ path }) =>
      path.endsWith('/cancel')
        ? { status, headers: { 'x-github-request-id': 'A1' }, body: '{}' }
        : undefined;
    expect(await stop(taskId)).toEqual(result);
  });

  it('not, and says why, while GitHub is out of order', async () => {
    const { taskId } = await scene.withPullRequest();
    scene.proxy.answer = ({ path }) =>
      path.endsWith('/cancel') ? { status: 502 } : undefined;
    expect(await stop(taskId)).toMatchObject({
      ok: false,
      failure: { failureClass: 'provider_unavailable' },
    });
  });
});
