import { AgentTasksError, toErrorBody } from '../errors';
import { startAnsweringServer } from './__fixtures__/startAnsweringServer';

let server: Awaited<ReturnType<typeof startAnsweringServer>>;

beforeAll(async () => {
  server = await startAnsweringServer();
});

beforeEach(() => {
  server.seen.length = 0;
  server.plan.answer = { body: { answered: true } };
});

afterAll(() => server.stop());

const task = { template: 'agenttasktemplate:default/bump' };

describe('AgentTasksClient', () => {
  it('creates a task with a key, and tells a replay', async () => {
    server.plan.answer = { status: 201, body: { id: '7' } };
    const options = { idempotencyKey: 'run-1', token: 'abc' };
    expect(await server.client.tasks.create(task, options)).toEqual({
      task: { id: '7' },
      replayed: false,
    });
    server.plan.answer = {
      body: { id: '7' },
      headers: { 'Idempotent-Replayed': 'true' },
    };
    expect(await server.client.tasks.create(task, options)).toEqual({
      task: { id: '7' },
      replayed: true,
    });
    expect(server.seen[1]).toMatchObject({
      method: 'POST',
      url: '/api/agent-tasks/v1/tasks',
      headers: { 'idempotency-key': 'run-1', authorization: 'Bearer abc' },
      body: task,
    });
  });

  it('runs a task again with a key', async () => {
    await server.client.tasks.act(
      '7',
      'retry',
      {},
      { idempotencyKey: 'again-1' },
    );
    expect(server.seen[0].headers['idempotency-key']).toBe('again-1');
  });

  it('changes a task only at the revision it was read at', async () => {
    await server.client.tasks.update('7', { title: 'New' }, { revision: 12 });
    expect(server.seen[0]).toMatchObject({
      method: 'PATCH',
      url: '/api/agent-tasks/v1/tasks/7',
      headers: { 'if-match': '"12"' },
      body: { title: 'New' },
    });
  });

  it('waits for a change, and says when there was none', async () => {
    const since = { revision: 12, waitSeconds: 30 };
    expect(await server.client.tasks.waitForChange('7', since)).toEqual({
      answered: true,
    });
    expect(server.seen[0]).toMatchObject({
      method: 'GET',
      url: '/api/agent-tasks/v1/tasks/7?waitSeconds=30',
      headers: { 'if-none-match': '"12"' },
    });
    server.plan.answer = { status: 304 };
    expect(await server.client.tasks.waitForChange('7', since)).toBeUndefined();
  });

  it("sends the provider's token in its own header, never in a body", async () => {
    await server.client.connections.put('requester', 'gho_x', { token: 'abc' });
    expect(server.seen[0]).toMatchObject({
      method: 'PUT',
      url: '/api/agent-tasks/v1/connections/requester',
      headers: {
        'x-agent-tasks-provider-token': 'gho_x',
        authorization: 'Bearer abc',
      },
      body: '',
    });
  });

  it('forgets a connection', async () => {
    server.plan.answer = { status: 204 };
    expect(await server.client.connections.delete('requester')).toBeUndefined();
    expect(server.seen[0]).toMatchObject({
      method: 'DELETE',
      url: '/api/agent-tasks/v1/connections/requester',
    });
  });

  it('throws what the backend says, with code and next step', async () => {
    server.plan.answer = {
      status: 409,
      body: toErrorBody(
        new AgentTasksError('TASK_STATE_CONFLICT', {
          action: 'cancel',
          state: 'completed',
        }),
        { requestId: 'r1', method: 'POST', url: '/v1/tasks/7/cancel' },
      ),
    };
    await expect(
      server.client.tasks.act('7', 'cancel', {}),
    ).rejects.toMatchObject({
      name: 'AgentTasksResponseError',
      statusCode: 409,
      code: 'TASK_STATE_CONFLICT',
      nextAction: 'read_task',
      details: { state: 'completed' },
    });
  });

  it('can be called off', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      server.client.queue({ signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.seen).toEqual([]);
  });
});
