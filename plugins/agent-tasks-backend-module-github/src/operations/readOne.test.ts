import { startScene } from '../testing/startScene';

describe('readOne', () => {
  let scene: Awaited<ReturnType<typeof startScene>>;

  beforeEach(async () => {
    scene = await startScene();
  });

  afterEach(async () => {
    await scene.close();
  });

  it('reads a task through every oddity GitHub was seen with', async () => {
    scene.github.control.settings({
      quirks: {
        model_prefix: 1,
        usage_credits: 1,
        string_error: 1,
        omitted_fields: 1,
        agents_address: 1,
      },
    });
    const verdict = await scene.start({
      model: 'gpt-5.4',
      prompt: 'Break.\n\nsimulator: fails',
    });
    if (verdict.kind !== 'created') throw new Error(verdict.kind);
    scene.github.control.advance(3_600_000);
    const task = await scene.read(verdict.task.id);
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
    scene.github.control.settings({ quirks: { late_sessions: 1 } });
    const taskId = await scene.startedTaskId();
    expect((await scene.read(taskId)).sessions).toEqual([]);
    scene.github.control.advance(120_000);
    expect((await scene.read(taskId)).sessions).toHaveLength(1);
  });
});
