import { json, startMadeUpGitHub } from '../testing/startMadeUpGitHub';

const SECRETS = ['github_pat_1', 'Say hello', 'Yes, do it', 'the record'];

describe('the log of what is written at GitHub', () => {
  let github: Awaited<ReturnType<typeof startMadeUpGitHub>>;
  beforeEach(async () => {
    github = await startMadeUpGitHub();
  });
  afterEach(() => github.close());

  type Scene = Awaited<ReturnType<typeof startMadeUpGitHub>>;
  const own = (scene: Scene) => ({ ...scene.credential, forTask: 'ours-1' });
  const pull = ({ repository }: Scene) => ({ repository, number: 7 });

  it.each<[string, (scene: Scene) => Promise<unknown>]>([
    [
      'start',
      scene =>
        scene.provider.start(
          {
            repository: { ...scene.repository, id: '1' },
            prompt: 'Say hello.',
            baseRef: 'main',
            createPullRequest: true,
          },
          own(scene),
          () => true,
        ),
    ],
    [
      'stop',
      scene =>
        scene.provider.stop(
          { taskId: 't', repository: scene.repository, headRef: 'b' },
          own(scene),
        ),
    ],
    [
      'reply',
      scene =>
        scene.provider.reply(
          {
            taskId: 't',
            repository: scene.repository,
            pullRequestNumber: 7,
            text: 'Yes, do it.',
          },
          own(scene),
        ),
    ],
    [
      'decorate',
      scene =>
        scene.provider.decorate(pull(scene), 'See the record.', own(scene)),
    ],
    [
      'closePullRequest',
      scene => scene.provider.closePullRequest(pull(scene), own(scene)),
    ],
  ])(
    'is one line for %s, with our task and the request, and nothing that was sent',
    async (operation, write) => {
      github.answering(({ method, path }) =>
        method === 'GET' && path.includes('/actions/runs')
          ? json({
              workflow_runs: [
                {
                  id: 5,
                  path: 'dynamic/copilot-swe-agent/copilot',
                  status: 'queued',
                },
              ],
            })
          : json({ id: 1, html_url: 'https://example.com/1' }, {}, 201),
      );
      await write(github);
      expect(github.logger.lines).toEqual([
        {
          level: 'info',
          message: 'Agent provider write',
          fields: expect.objectContaining({
            taskId: 'ours-1',
            identity: 'portal',
            operation,
            requestId: 'A1',
            verdict: expect.any(String),
            ms: expect.any(Number),
          }),
        },
      ]);
      const told = JSON.stringify(github.logger.lines);
      for (const secret of SECRETS) expect(told).not.toContain(secret);
    },
  );

  it('is one line where the guard had the last word, and nothing was sent', async () => {
    await github.provider.start(
      {
        repository: { ...github.repository, id: '1' },
        prompt: 'Say hello.',
        baseRef: 'main',
        createPullRequest: true,
      },
      own(github),
      () => false,
    );
    expect(github.seen).toEqual([]);
    expect(github.logger.lines).toMatchObject([
      { fields: { taskId: 'ours-1', verdict: 'notSent' } },
    ]);
  });
});
