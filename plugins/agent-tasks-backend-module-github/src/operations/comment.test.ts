import { startScene } from '../testing/startScene';

describe('comments', () => {
  let scene: Awaited<ReturnType<typeof startScene>>;

  beforeEach(async () => {
    scene = await startScene();
  });

  afterEach(async () => {
    await scene.close();
  });

  it('answer the agent, which begins another session', async () => {
    const { taskId, pullRequest } = await scene.withPullRequest();
    scene.github.control.task(taskId, { do: 'complete' });
    const reply = await scene.provider.reply(
      {
        taskId,
        repository: scene.repository,
        pullRequestNumber: pullRequest.number,
        text: 'Replace it.',
      },
      scene.credential,
    );
    expect(reply).toMatchObject({
      kind: 'sent',
      url: expect.stringContaining(`/pull/${pullRequest.number}`),
    });
    const { sessions } = await scene.read(taskId);
    expect(sessions).toHaveLength(2);
    expect(sessions?.[1].prompt).toContain('Replace it.');
  });

  it('of the record never wake the agent, whatever they quote', async () => {
    const { taskId, pullRequest } = await scene.withPullRequest();
    scene.github.control.task(taskId, { do: 'complete' });
    const { repository, provider, credential } = scene;
    const decorated = await provider.decorate(
      { repository, number: pullRequest.number },
      'Asked by user:default/ada: @copilot do it again',
      credential,
    );
    expect(decorated.kind).toBe('sent');
    expect((await scene.read(taskId)).sessions).toHaveLength(1);
  });
});
