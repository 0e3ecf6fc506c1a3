import { valueOf } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { startScene } from './testing/startScene';

describe('GitHubAgentProvider.start tells why it was refused', () => {
  let scene: Awaited<ReturnType<typeof startScene>>;

  beforeEach(async () => {
    scene = await startScene();
  });

  afterEach(async () => {
    await scene.close();
  });

  it('a model that is not enabled', async () => {
    expect(await scene.start({ model: 'gpt-1' })).toMatchObject({
      kind: 'refused',
      failureClass: 'model_unavailable',
      status: 400,
    });
  });

  it('a base branch that is not there', async () => {
    expect(await scene.start({ baseRef: 'nowhere' })).toMatchObject({
      kind: 'refused',
      failureClass: 'conflict',
      status: 422,
    });
  });

  it('no seat', async () => {
    scene.github.control.addAccount({ login: 'ada', seat: false });
    expect(await scene.start()).toMatchObject({
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
      scene.github.control.addToken({ token, login, kind, agentTasks });
      const verdict = await scene.start({}, { ...scene.credential, token });
      expect(verdict).toMatchObject({
        kind: 'refused',
        failureClass: 'permission_denied',
        status: 403,
      });
    },
  );

  it('the agent is off, or the repository too new for it', async () => {
    const { repository, provider, credential } = scene;
    const { createdAt } = valueOf(
      await provider.repository(repository, credential),
    );
    scene.github.control.repository(repository.slug, { agentEnabled: false });
    expect(await scene.start()).toMatchObject({
      kind: 'refused',
      failureClass: 'not_enabled',
      status: 404,
    });
    expect(
      await scene.start({ repository: { ...repository, createdAt } }),
    ).toMatchObject({ kind: 'refused', failureClass: 'not_ready' });
  });

  it('the primary limit, until its reset', async () => {
    scene.github.control.fault({
      kind: 'primary_limit',
      method: 'POST',
      retryAfter: 600,
    });
    const verdict = await scene.start();
    expect(verdict).toMatchObject({ kind: 'turnedAway', status: 403 });
    expect(scene.tasks()).toBe(0);
  });

  it('a repository that has moved, without following it there', async () => {
    scene.rename();
    expect(await scene.start()).toEqual({ kind: 'notSent', reason: 'moved' });
    expect(scene.startRequests()).toBe(1);
    expect(scene.tasks()).toBe(0);
  });
});
