import { mockCredentials } from '@backstage/backend-test-utils';
import mcpActionsPlugin from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Api, lodash, startApi } from '../http/testing/startApi';

/** The tools as an agent meets them: a client of the protocol, and Backstage's own server. */
describe('over MCP', () => {
  let api: Api;
  let client: Client;

  beforeAll(async () => {
    api = await startApi({ features: [mcpActionsPlugin] });
    client = new Client({ name: 'agent', version: '1.0.0' });
    const address = `http://127.0.0.1:${api.port()}/api/mcp-actions/v1`;
    await client.connect(
      new StreamableHTTPClientTransport(new URL(address), {
        requestInit: {
          headers: {
            Authorization: mockCredentials.user.header('user:default/ana'),
          },
        },
      }),
    );
  });
  afterAll(async () => {
    await client?.close();
    await api.close();
  });

  const call = async (tool: string, input: Record<string, unknown>) => {
    const { tools } = await client.listTools();
    const { name } = tools.find(known => known.name.endsWith(tool))!;
    return client.callTool({ name, arguments: input });
  };
  const textOf = ({ content }: object & { content?: unknown }) =>
    (content as { text: string }[])[0].text;

  it('are listed with what they do to the world', async () => {
    const { tools } = await client.listTools();
    const told = tools.map(({ name, annotations }) => [
      name.replace(/^.*[.:]/, ''),
      annotations?.readOnlyHint,
      annotations?.destructiveHint,
      annotations?.idempotentHint,
    ]);
    expect(told.sort()).toEqual([
      ['cancel-task', false, true, true],
      ['get-task', true, false, true],
      ['list-tasks', true, false, true],
      ['list-templates', true, false, true],
      ['preview-task', true, false, true],
      ['run-task', false, false, false],
    ]);
  });

  it('ask for a task, read it, and cancel it', async () => {
    const input = { ...lodash, idempotencyKey: 'once' };
    const { task } = JSON.parse(textOf(await call('run-task', input)));
    const repeated = JSON.parse(textOf(await call('run-task', input)));
    expect(repeated).toMatchObject({ isReplay: true, task: { id: task.id } });
    const read = JSON.parse(textOf(await call('get-task', { id: task.id })));
    expect(read.task).toMatchObject({ id: task.id, status: 'waiting' });
    const cancelled = await call('cancel-task', { id: task.id });
    expect(JSON.parse(textOf(cancelled)).task.status).toBe('cancelled');
  });

  it('say what is wrong, with a code and the next step', async () => {
    const refused = await call('get-task', { id: 'nothing' });
    expect(refused.isError).toBe(true);
    expect(textOf(refused)).toMatch(/TASK_NOT_FOUND: .+\. .+\./);
  });
});
