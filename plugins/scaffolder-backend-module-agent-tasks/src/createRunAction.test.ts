import { mockServices } from '@backstage/backend-test-utils';
import {
  examplePreview,
  exampleTask,
  pullRequest,
} from './testing/exampleTask';
import { refusal } from './testing/refusal';
import { answeringTasks, checkpointsIn, runStep } from './testing/runStep';

const taskUrl = 'https://portal.example.com/agent-tasks/tasks/t1';

afterEach(() => jest.useRealTimers());

describe('agent-task:run', () => {
  it('hands on the task as soon as it is taken down', async () => {
    const tasks = answeringTasks();
    expect(await runStep(tasks)).toMatchObject({
      failure: null,
      output: { taskId: 't1', taskUrl, state: 'queued' },
    });
    expect(tasks.get).not.toHaveBeenCalled();
    expect(tasks.waitForChange).not.toHaveBeenCalled();
  });

  it('asks as the person who runs the template', async () => {
    const { askedAs, credentials } = await runStep(answeringTasks());
    expect(askedAs).toEqual([credentials]);
  });

  it('logs sentences that are always the same, and never what was asked', async () => {
    const logger = mockServices.logger.mock();
    await runStep(
      answeringTasks(),
      { parameters: { purpose: 'a private purpose' }, waitFor: 'finished' },
      { logger },
    );
    expect(logger.info.mock.calls.map(([message]) => message)).toEqual([
      'The agent task is taken down.',
      'Waiting until the agent is through.',
      'The agent is through.',
    ]);
    expect(JSON.stringify(logger.info.mock.calls)).not.toContain('private');
  });
});

describe('a step that is run again', () => {
  const keysOf = (tasks: ReturnType<typeof answeringTasks>) =>
    tasks.create.mock.calls.map(([, options]) => options?.idempotencyKey);

  it('asks with the key it had', async () => {
    const tasks = answeringTasks();
    await runStep(tasks);
    await runStep(tasks);
    const [first, second] = keysOf(tasks);
    expect(first).toMatch(/^[ -~]{1,255}$/);
    expect(second).toBe(first);
  });

  it.each([
    ['run', {}, { task: { id: 'run-2' } }],
    ['step', {}, { step: { id: 'other', name: 'Other' } }],
    ['repository', { repoUrl: 'github.com?owner=acme&repo=orders' }, {}],
    ['template', { template: 'dependency-bump' }, {}],
  ])('never meets the task of another %s', async (_, input, context) => {
    const tasks = answeringTasks();
    await runStep(tasks);
    await runStep(tasks, input, context);
    const [first, second] = keysOf(tasks);
    expect(second).not.toBe(first);
  });

  it('asks nobody where the scaffolder kept its checkpoint', async () => {
    const checkpoint = checkpointsIn(new Map());
    const tasks = answeringTasks();
    const first = await runStep(tasks, {}, { checkpoint });
    const again = await runStep(tasks, {}, { checkpoint });
    expect(again.output).toEqual(first.output);
    expect(tasks.create).toHaveBeenCalledTimes(1);
  });

  it('keeps the checkpoints of each repository apart', async () => {
    const kept = new Map<string, string>();
    const checkpoint = checkpointsIn(kept);
    const orders = { repoUrl: 'github.com?owner=acme&repo=orders' };
    await runStep(answeringTasks(), {}, { checkpoint });
    await runStep(answeringTasks(), orders, { checkpoint });
    expect(kept.size).toBe(2);
  });
});

describe('a dry run', () => {
  it('previews, and writes nothing', async () => {
    const tasks = answeringTasks();
    expect(await runStep(tasks, {}, { isDryRun: true })).toMatchObject({
      failure: null,
      output: { taskId: 'dry-run', state: 'queued' },
    });
    expect(tasks.preview).toHaveBeenCalledTimes(1);
    expect(tasks.create).not.toHaveBeenCalled();
  });

  it('says that a person would be asked', async () => {
    const tasks = answeringTasks();
    const policy = { ...examplePreview().policy, result: 'ask' as const };
    tasks.preview.mockResolvedValue(examplePreview({ policy }));
    const { output } = await runStep(tasks, {}, { isDryRun: true });
    expect(output.state).toBe('pending_approval');
  });

  it('fails where the task would be refused, naming the field', async () => {
    const tasks = answeringTasks();
    tasks.preview.mockResolvedValue(
      examplePreview({
        errors: [
          {
            code: 'PARAMETERS_INVALID',
            message: 'They do not match.',
            nextAction: 'fix_request',
            remediation: 'Correct them.',
            violations: [
              { field: 'parameters.purpose', rule: 'required', hint: 'given' },
            ],
          },
        ],
      }),
    );
    const { failure } = await runStep(tasks, {}, { isDryRun: true });
    expect(failure).toBe(
      'The agent task would be refused. They do not match. (PARAMETERS_INVALID, next: fix_request) Correct them. parameters.purpose must be given.',
    );
  });
});

describe('what goes wrong is said with its code and the next step', () => {
  it('where the ask is refused', async () => {
    const tasks = answeringTasks();
    tasks.create.mockRejectedValue(await refusal('POLICY_DENIED'));
    const { failure, output } = await runStep(tasks);
    expect(failure).toMatch(
      /^The agent task could not be asked for\. .+\(POLICY_DENIED, next: \w+\) \w+/,
    );
    expect(output).toEqual({});
  });

  it('where nobody answers', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const tasks = answeringTasks();
    tasks.create.mockRejectedValue(new TypeError('fetch failed'));
    const step = runStep(tasks);
    await jest.advanceTimersByTimeAsync(30_000);
    expect((await step).failure).toBe(
      'The agent task could not be asked for. Agent Tasks does not answer. Try again once it does: a run that is repeated finds the task it asked for before.',
    );
  });

  it.each(['soon', 'PT0S', 'P2D', '30'])(
    'before anything is asked, where the timeout is %s',
    async timeout => {
      const tasks = answeringTasks();
      const { failure } = await runStep(tasks, { timeout });
      expect(failure).toMatch(/^timeout must be/);
      expect(tasks.create).not.toHaveBeenCalled();
    },
  );
});

describe('a step that waits for the end', () => {
  const waits = { waitFor: 'finished' as const };

  it('hands on how it ended, and the pull request', async () => {
    const tasks = answeringTasks();
    tasks.get.mockResolvedValue(exampleTask({ revision: 3 }));
    tasks.waitForChange
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(exampleTask({ revision: 5, state: 'in_progress' }))
      .mockResolvedValueOnce(
        exampleTask({ state: 'completed', artifacts: [pullRequest] }),
      );
    expect(await runStep(tasks, waits)).toMatchObject({
      failure: null,
      output: { state: 'completed', pullRequestUrl: pullRequest.url },
    });
    expect(
      tasks.waitForChange.mock.calls.map(([id, since]) => [id, since.revision]),
    ).toEqual([
      ['t1', 3],
      ['t1', 3],
      ['t1', 5],
    ]);
  });

  it.each([
    'completed',
    'failed',
    'timed_out',
    'cancelled',
    'rejected',
    'expired',
  ] as const)(
    'ends with %s, and leaves the judgement to the template',
    async state => {
      const tasks = answeringTasks();
      tasks.get.mockResolvedValue(exampleTask({ state }));
      expect(await runStep(tasks, waits)).toMatchObject({
        failure: null,
        output: { state },
      });
    },
  );

  it('ends with a task that people judged while its agent idles', async () => {
    const tasks = answeringTasks();
    tasks.get.mockResolvedValue(
      exampleTask({ state: 'idle', outcome: 'succeeded' }),
    );
    expect(await runStep(tasks, waits)).toMatchObject({ failure: null });
    expect(tasks.waitForChange).not.toHaveBeenCalled();
  });

  it('gives its worker slot back when the timeout is over, and says that the task goes on', async () => {
    jest.useFakeTimers();
    const tasks = answeringTasks();
    const waited: number[] = [];
    tasks.waitForChange.mockImplementation(async (_, { waitSeconds = 0 }) => {
      waited.push(waitSeconds);
      jest.setSystemTime(Date.now() + waitSeconds * 1_000);
      return undefined;
    });
    const { failure } = await runStep(tasks, { ...waits, timeout: 'PT50S' });
    expect(failure).toContain(`goes on: ${taskUrl}`);
    expect(waited).toEqual([15, 15, 15, 5]);
    expect(tasks.act).not.toHaveBeenCalled();
  });

  const withoutPull = exampleTask({
    state: 'completed',
    outcome: 'pending',
    createPullRequest: true,
    artifacts: [],
  });

  it('waits for the pull request of an agent that is through to be read', async () => {
    const tasks = answeringTasks();
    tasks.get.mockResolvedValue(withoutPull);
    tasks.waitForChange.mockResolvedValueOnce({
      ...withoutPull,
      artifacts: [pullRequest],
    });
    expect(await runStep(tasks, waits)).toMatchObject({
      failure: null,
      output: { state: 'completed', pullRequestUrl: pullRequest.url },
    });
  });

  it('waits a minute at most for a pull request, and no longer than its timeout', async () => {
    jest.useFakeTimers();
    const waitedIn = async (timeout: string) => {
      const tasks = answeringTasks();
      const waited: number[] = [];
      tasks.get.mockResolvedValue(withoutPull);
      tasks.waitForChange.mockImplementation(async (_, { waitSeconds = 0 }) => {
        waited.push(waitSeconds);
        jest.setSystemTime(Date.now() + waitSeconds * 1_000);
        return undefined;
      });
      const { failure, output } = await runStep(tasks, { ...waits, timeout });
      expect(failure).toBeNull();
      expect(output).toMatchObject({ state: 'completed' });
      return waited;
    };
    expect(await waitedIn('PT5M')).toEqual([15, 15, 15, 15]);
    expect(await waitedIn('PT20S')).toEqual([15, 5]);
  });

  it('survives that the backend is away for a moment', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const tasks = answeringTasks();
    tasks.waitForChange.mockRejectedValueOnce(new TypeError('fetch failed'));
    const step = runStep(tasks, waits);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await step).toMatchObject({
      failure: null,
      output: { state: 'completed' },
    });
  });

  it('says that the task goes on where it may not be read any more', async () => {
    const tasks = answeringTasks();
    tasks.waitForChange.mockRejectedValue(await refusal('NOT_AUTHENTICATED'));
    const { failure } = await runStep(tasks, waits);
    expect(failure).toContain(`It goes on: ${taskUrl}`);
    expect(failure).toContain('(NOT_AUTHENTICATED, next: reauthenticate)');
  });
});

describe('a run that is cancelled', () => {
  /** The run is cancelled while the step waits. */
  async function cancelledWhileWaiting(onCancel?: 'keep' | 'cancel') {
    const run = new AbortController();
    const tasks = answeringTasks();
    tasks.waitForChange.mockImplementation(() => {
      run.abort();
      return new Promise(() => {});
    });
    return { run, tasks, input: { waitFor: 'finished' as const, onCancel } };
  }

  it.each([undefined, 'keep' as const])(
    'leaves the task alone (onCancel: %s)',
    async onCancel => {
      const { run, tasks, input } = await cancelledWhileWaiting(onCancel);
      const { failure } = await runStep(tasks, input, { signal: run.signal });
      expect(failure).toBe(
        `The run was cancelled. The agent task goes on: ${taskUrl}`,
      );
      expect(tasks.act).not.toHaveBeenCalled();
    },
  );

  it('takes the task with it where the step says so', async () => {
    const { run, tasks, input } = await cancelledWhileWaiting('cancel');
    const { failure } = await runStep(tasks, input, { signal: run.signal });
    expect(failure).toContain('cancelled, and the agent task with it');
    expect(tasks.act).toHaveBeenCalledWith(
      't1',
      'cancel',
      { reason: 'The template run that asked for it was cancelled.' },
      expect.anything(),
    );
  });

  it('does not mind a task that has ended', async () => {
    const { run, tasks, input } = await cancelledWhileWaiting('cancel');
    tasks.act.mockRejectedValue(await refusal('TASK_STATE_CONFLICT'));
    const { failure } = await runStep(tasks, input, { signal: run.signal });
    expect(failure).toContain('cancelled, and the agent task with it');
  });

  it('says where the task could not be cancelled', async () => {
    const { run, tasks, input } = await cancelledWhileWaiting('cancel');
    tasks.act.mockRejectedValue(await refusal('PERMISSION_DENIED'));
    const { failure } = await runStep(tasks, input, { signal: run.signal });
    expect(failure).toContain(`could not be. It goes on: ${taskUrl}`);
    expect(failure).toContain('PERMISSION_DENIED');
  });

  it('waits for the answer of its ask, because only then the task to cancel is known', async () => {
    const run = new AbortController();
    const tasks = answeringTasks();
    tasks.create.mockImplementation(async (_, options) => {
      run.abort();
      options?.signal?.throwIfAborted();
      return { task: exampleTask(), replayed: false };
    });
    await runStep(tasks, { onCancel: 'cancel' }, { signal: run.signal });
    expect(tasks.act).toHaveBeenCalledTimes(1);
  });

  it('asks for nothing where it was cancelled before', async () => {
    const tasks = answeringTasks();
    await runStep(tasks, {}, { signal: AbortSignal.abort() });
    expect(tasks.create).not.toHaveBeenCalled();
  });
});
