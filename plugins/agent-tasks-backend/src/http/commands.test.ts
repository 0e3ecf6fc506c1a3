import { exampleEventWith } from '../domain/testing/exampleTask';
import { examplePullRequest } from '../domain/testing/exampleData';
import { ana, Api, bo, startApi, Who } from './testing/startApi';
import { theirTask, trackedTask } from './testing/trackedTask';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const reason = 'Because';
const order = (
  { id }: { id: string },
  verb: string,
  body: object,
  who: Who = bo,
) => api.send({ method: 'post', path: `/v1/tasks/${id}/${verb}`, body, who });
const codeOf = ({ body }: { body: any }) => body.error?.code;
const eventsOf = async ({ id }: { id: string }) =>
  (await api.send({ method: 'get', path: `/v1/tasks/${id}/events` })).body
    .items;

const tracked = (state: string) => trackedTask(api, state);

describe('approve', () => {
  const vault = { entityRef: 'component:default/vault' };

  it('lets the task into the queue, and records who said yes to what', async () => {
    const task = await api.create(vault);
    const digest = task.approvalDigest;
    const { status, body } = await order(task, 'approve', { digest });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'queued', approvalDigest: null });
    expect((await eventsOf(task)).at(-1)).toMatchObject({
      type: 'approved',
      actor: { type: 'user', ref: 'user:default/bo' },
      source: 'command',
      from: 'pending_approval',
      to: 'queued',
    });
  });

  it('twice answers with the task as it is', async () => {
    const task = await api.create(vault);
    const body = { digest: task.approvalDigest };
    await order(task, 'approve', body);
    const rows = await api.everything();
    expect((await order(task, 'approve', body)).status).toBe(200);
    expect(await api.everything()).toEqual(rows);
  });

  it('of something else than what waits is refused', async () => {
    const task = await api.create(vault);
    const digest = `sha256:${'0'.repeat(64)}`;
    const answer = await order(task, 'approve', { digest });
    expect(codeOf(answer)).toBe('REVISION_CONFLICT');
    expect(answer.body.error.details.allowedActions).toContain('approve');
  });

  it('after a no is a conflict that names what is left to do', async () => {
    const task = await api.create(vault);
    await order(task, 'reject', { reason });
    const digest = task.approvalDigest;
    const answer = await order(task, 'approve', { digest });
    expect(answer.body.error).toMatchObject({
      code: 'TASK_STATE_CONFLICT',
      message: 'The task already ended (rejected). It cannot be approved.',
      details: { allowedActions: ['update', 'retry'] },
    });
  });

  it('needs the digest that was seen', async () => {
    const task = await api.create(vault);
    const answer = await order(task, 'approve', {});
    expect(answer.body.error.violations).toEqual([
      { field: 'digest', rule: 'required', hint: 'given, as a string' },
    ]);
  });
});

describe('cancel', () => {
  it('ends what has not started at once', async () => {
    const task = await api.create();
    const { body } = await order(task, 'cancel', { reason }, ana);
    expect(body).toMatchObject({
      state: 'cancelled',
      phase: 'withdrawn',
      cancelRequestedBy: 'user:default/ana',
    });
  });

  it('needs no body', async () => {
    const task = await api.create();
    const { status } = await api.send({
      method: 'post',
      path: `/v1/tasks/${task.id}/cancel`,
    });
    expect(status).toBe(200);
  });

  it('of what runs is a wish until a read confirms it', async () => {
    const task = await tracked('in_progress');
    const { body } = await order(task, 'cancel', {});
    expect(body).toMatchObject({
      state: 'in_progress',
      cancelRequestedBy: 'user:default/bo',
    });
    expect(body.allowedActions).not.toContain('cancel');
    expect((await order(task, 'cancel', {})).status).toBe(200);
  });

  it('of what has ended is a conflict', async () => {
    const answer = await order(await tracked('completed'), 'cancel', {});
    expect(answer.body.error.message).toBe(
      'The task already ended (completed). It cannot be cancelled.',
    );
  });
});

describe('answer', () => {
  const message = 'Use the public registry.';
  const asking = async () => {
    const task = await tracked('waiting_for_user');
    return task;
  };
  const withPullRequest = async () => {
    const task = await asking();
    await api.happen(
      task.id,
      exampleEventWith('artifactsRead', {
        pullRequests: [examplePullRequest()],
        flags: [],
      }),
    );
    return task;
  };
  afterEach(() => {
    Object.assign(api.provider.capabilities, { reply: 'at_provider' });
    api.provider.replyResult = { kind: 'sent' };
    api.provider.replies.length = 0;
  });

  it('takes the word that it was given at the provider, once', async () => {
    const task = await asking();
    const body = { answeredAtProvider: true };
    const { body: answered } = await order(task, 'answer', body);
    expect(answered).toMatchObject({
      answeredBy: 'user:default/bo',
      answer: { mode: 'at_provider', url: expect.stringContaining('github') },
    });
    const rows = await api.everything();
    expect((await order(task, 'answer', body, ana)).status).toBe(200);
    expect(await api.everything()).toEqual(rows);
  });

  it('goes to the pull request where the provider takes comments, naming who says it', async () => {
    Object.assign(api.provider.capabilities, { reply: 'comment' });
    const task = await withPullRequest();
    const { status, body } = await order(task, 'answer', { message });
    expect(status).toBe(200);
    expect(body.answer).toMatchObject({ mode: 'comment', pullRequest: 214 });
    expect(api.provider.replies).toEqual([
      expect.objectContaining({
        pullRequestNumber: 214,
        text: `${message}\n\nAnswered by user:default/bo from the developer portal.`,
      }),
    ]);
    await order(task, 'answer', { message: 'And another.' }, ana);
    expect(api.provider.replies).toHaveLength(1);
  });

  it('cannot be sent where the provider takes none', async () => {
    const answer = await order(await withPullRequest(), 'answer', { message });
    expect(answer.body.error).toMatchObject({
      code: 'ANSWER_NOT_POSSIBLE',
      details: { reason: 'only_at_provider' },
    });
  });

  it.each([
    ['a secret', `ghp_${'a'.repeat(36)}`, 'PROMPT_CONTAINS_SECRET'],
    ['hidden text', 'a\u202eb', 'PROMPT_CONTAINS_HIDDEN_TEXT'],
    ['the tracking word', 'Portal-Task-Ref: x', 'PROMPT_CONTAINS_HIDDEN_TEXT'],
  ])('with %s is refused and not repeated', async (_name, text, code) => {
    Object.assign(api.provider.capabilities, { reply: 'comment' });
    const answer = await order(await withPullRequest(), 'answer', {
      message: text,
    });
    expect(codeOf(answer)).toBe(code);
    expect(answer.text).not.toContain(text);
    expect(api.provider.replies).toEqual([]);
  });

  it('that surely was not sent is not recorded', async () => {
    Object.assign(api.provider.capabilities, { reply: 'comment' });
    api.provider.replyResult = {
      kind: 'notSent',
      failureClass: 'provider_unavailable',
    };
    const task = await withPullRequest();
    const answer = await order(task, 'answer', { message });
    expect(codeOf(answer)).toBe('PROVIDER_UNAVAILABLE');
    expect((await api.stored(task.id)).answeredAt).toBeNull();
  });

  it('of which nobody knows whether it arrived counts as sent', async () => {
    Object.assign(api.provider.capabilities, { reply: 'comment' });
    api.provider.replyResult = { kind: 'unclear' };
    const task = await withPullRequest();
    expect((await order(task, 'answer', { message })).status).toBe(200);
    expect((await eventsOf(task)).at(-1).details).toMatchObject({
      what: 'answer_unclear',
    });
  });

  it('is not sent under a freeze', async () => {
    Object.assign(api.provider.capabilities, { reply: 'comment' });
    const task = await withPullRequest();
    await api.knex('freeze').insert({
      id: 'f9',
      scope_kind: 'all',
      reason: 'Incident',
      by: 'user:default/emre',
      since: 0,
      refuse: false,
    });
    const answer = await order(task, 'answer', { message });
    await api.knex('freeze').delete();
    expect(answer.body.error).toMatchObject({
      code: 'FROZEN',
      details: { freezeId: 'f9' },
    });
    expect(api.provider.replies).toEqual([]);
  });

  it('is one of the two shapes', async () => {
    const task = await asking();
    const both = { message, answeredAtProvider: true };
    expect(codeOf(await order(task, 'answer', both))).toBe('INVALID_REQUEST');
  });
});

describe('accept', () => {
  it("is a person's judgement, and twice the same is no second one", async () => {
    const task = await tracked('completed');
    const body = { outcome: 'failed', reason: 'Merged, but not a win' };
    const { body: judged } = await order(task, 'accept', body);
    expect(judged).toMatchObject({
      outcome: 'failed',
      outcomeReason: 'decided_by_person',
    });
    const rows = await api.everything();
    expect((await order(task, 'accept', body)).status).toBe(200);
    expect(await api.everything()).toEqual(rows);
  });

  it('of what still runs is a conflict', async () => {
    const answer = await order(await tracked('in_progress'), 'accept', {
      outcome: 'succeeded',
      reason,
    });
    expect(codeOf(answer)).toBe('TASK_STATE_CONFLICT');
  });
});

it('rolling back and opening a pull request have no route yet, and no task offers them', async () => {
  const task = await tracked('completed');
  await api.happen(
    task.id,
    exampleEventWith('observed', {
      providerTask: theirTask(task, {
        state: 'completed',
        updatedAt: Date.now() + 5,
        artifacts: [{ type: 'branch', headRef: 'copilot/x' }],
      }),
      sentAt: Date.now() + 5,
    }),
  );
  const { body } = await api.send({
    method: 'get',
    path: `/v1/tasks/${task.id}`,
  });
  expect(body.artifacts).toHaveLength(1);
  expect(body.allowedActions).not.toContain('open_pull_request');
  expect(body.allowedActions).not.toContain('rollback');
  for (const verb of ['rollback', 'open-pull-request']) {
    expect(codeOf(await order(task, verb, { reason }))).toBe('ROUTE_NOT_FOUND');
  }
});
