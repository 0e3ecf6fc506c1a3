import { TaskCommands } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { transition } from '../../domain/task/transition';
import { Task } from '../../domain/task/task';
import { TaskEvent } from '../../domain/task/taskEvent';
import {
  ana,
  configOf,
  submissionHarness,
  SubmissionHarness,
} from './testing/submissionHarness';

let harness: SubmissionHarness;

async function open(...args: Parameters<typeof submissionHarness>) {
  harness = await submissionHarness(...args);
  return harness;
}

afterEach(() => harness.close());

/** A stored task after one more event. */
async function after(id: string, event: object): Promise<Task> {
  const loaded = await harness.store.load(id);
  if (!loaded) throw new Error('No such task');
  const whole = {
    actor: { type: 'system', ref: null },
    source: 'engine',
    ...event,
  } as TaskEvent;
  const next = transition(loaded.task, whole, loaded.now);
  if (next.kind !== 'changed') throw new Error(`${next.kind}`);
  await harness.store.save({ ...next, before: loaded.task, after: next.task });
  return next.task;
}

async function endedTask(body: object = {}): Promise<Task> {
  const { submissions, ask } = harness;
  const { task } = await submissions.submit(ask({ body }));
  return after(task.id, {
    type: 'denied',
    failureClass: 'permission_denied',
    reason: 'x',
  });
}

function retry(parent: Task, order: TaskCommands['retry'] = {}, key?: string) {
  const { caller, directory, requestId } = harness.ask();
  const from = { caller, directory, requestId };
  return harness.submissions.retry(parent, order, from, key);
}

it('makes a child that asks the same, and lets the failure of its parent rest', async () => {
  const { store, queries } = await open();
  const parent = await endedTask({ model: 'claude-sonnet-4.6' });
  expect(parent.attention).toBe('failure');
  const { task } = await retry(parent, { reason: 'The token was renewed' });
  expect(task).toMatchObject({
    phase: 'queued',
    parentTaskId: parent.id,
    requestedModel: 'claude-sonnet-4.6',
    title: parent.title,
    entityRef: parent.entityRef,
    template: parent.template,
  });
  const texts = await store.texts(task.id);
  expect(texts).toEqual(await store.texts(parent.id));
  expect((await store.load(parent.id))?.task.attention).toBeNull();
  const events = await queries.events(task.id, { afterSeq: 0, limit: 9 });
  expect(events.map(({ type, reason }) => [type, reason])).toEqual([
    ['submitted', undefined],
    ['noted', 'The token was renewed'],
  ]);
});

it('adds words, other parameters, another model and a narrower scope', async () => {
  const { store } = await open();
  const parent = await endedTask();
  const { task } = await retry(parent, {
    parameters: { dependency: 'react' },
    addition: 'Skip the tests in e2e.',
    model: 'gpt-9',
    scope: { files: ['yarn.lock'], maxFiles: 900 },
  });
  expect(task.requestedModel).toBe('gpt-9');
  const prompt = (await store.texts(task.id))?.prompt ?? '';
  expect(prompt).toContain('Upgrade react (one)');
  expect(prompt).toMatch(
    /<<<data [0-9a-f]{16} addition\nSkip the tests in e2e\.\ndata [0-9a-f]{16}>>>/,
  );
  expect(prompt).toContain('`yarn.lock`');
  // The template's number is smaller.
  expect(prompt).toContain('at most 5 files');
});

it('asks for a prompt of one’s own again as it was written', async () => {
  const { store } = await open({
    config: configOf({ policy: { freeform: true } }),
  });
  const parent = await endedTask({
    template: undefined,
    parameters: undefined,
    prompt: 'Delete what nobody uses.',
  });
  const { task } = await retry(parent);
  expect(await store.texts(task.id)).toEqual(await store.texts(parent.id));
});

it('gives the same child for the same key, and refuses a second one without', async () => {
  await open();
  const parent = await endedTask();
  const first = await retry(parent, {}, 'key');
  expect(await retry(parent, {}, 'key')).toMatchObject({
    task: { id: first.task.id },
    isReplay: true,
  });
  await expect(retry(parent)).rejects.toMatchObject({
    code: 'DUPLICATE_TASK_SUSPECTED',
  });
  await expect(retry(parent, { model: 'x' }, 'key')).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

it('does not do over what is not over', async () => {
  const { submissions, ask, rows } = await open();
  const { task } = await submissions.submit(ask());
  const before = await rows();
  await expect(retry(task)).rejects.toMatchObject({
    code: 'TASK_STATE_CONFLICT',
    values: { action: 'retry', state: 'queued' },
  });
  expect(await rows()).toEqual(before);
});

it('has nothing to go on from where there is no branch', async () => {
  await open();
  const parent = await endedTask();
  await expect(retry(parent, { continue: true })).rejects.toMatchObject({
    code: 'TASK_STATE_CONFLICT',
  });
});

it('goes on from the branch, while the policy is asked about its base', async () => {
  await open({ config: configOf({ policy: { baseRefs: ['default'] } }) });
  const ended = await endedTask();
  const parent: Task = {
    ...ended,
    reported: {
      ...ended.reported,
      artifacts: [{ type: 'branch', headRef: 'copilot/x', baseRef: 'main' }],
    },
  };
  const { task } = await retry(parent, { continue: true });
  expect(task.baseRef).toBe('copilot/x');
});

it('looks at what is added as at every text', async () => {
  await open();
  const parent = await endedTask();
  const addition = `Use ghp_${'a'.repeat(36)}`;
  await expect(retry(parent, { addition })).rejects.toMatchObject({
    code: 'PROMPT_CONTAINS_SECRET',
    violations: [expect.objectContaining({ field: 'addition' })],
  });
});

it('is asked by whoever asks now, under the policy of today', async () => {
  const { submissions, ask } = await open();
  const parent = await endedTask();
  const bo = { ...ana, ref: 'user:default/bo' };
  const { directory, requestId } = ask();
  const { task } = await submissions.retry(
    parent,
    {},
    { caller: bo, directory, requestId },
  );
  expect(task.requester.ref).toBe(bo.ref);
});
