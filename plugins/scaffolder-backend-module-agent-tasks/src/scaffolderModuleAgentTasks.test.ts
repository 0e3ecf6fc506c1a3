import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { examples } from './testing/portalConfig';
import { startPortal, valuesOf } from './testing/startPortal';

// The agent of a new repository takes its time, and so does this portal on a busy machine.
jest.setTimeout(150_000);

/** A task like no other, for a component that the catalog does not know. */
function bootstrapOf(name: string) {
  const { description, firstEndpoint } = valuesOf(name);
  return {
    entityRef: `component:default/${name}`,
    parameters: { purpose: description, firstEndpoint, notes: name },
  };
}

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  portal = await startPortal();
  for (const path of [
    'template/default/new-service',
    'agenttasktemplate/default/new-service-bootstrap',
    'user/default/ana',
  ]) {
    await portal.eventually(
      `catalog/entities/by-name/${path}`,
      ({ status }) => status === 200,
    );
  }
});

afterEach(() => portal.github.control.withdrawFaults());
afterAll(async () => portal?.close());

describe('the example template', () => {
  it('makes a repository, registers it, and asks an agent for its first version', async () => {
    const run = await portal.scaffold('stock-levels');
    expect(run).toMatchObject({ failure: null, status: 'completed' });

    const [task] = await portal.tasksOf('component:default/stock-levels');
    expect(task).toMatchObject({
      title: 'First version of stock-levels',
      repository: { slug: 'acme/stock-levels' },
      requester: { ref: 'user:default/ana', type: 'user' },
      via: {
        kind: 'scaffolder',
        ref: 'template:default/new-service',
        run: run.id,
      },
    });
    expect(run.links).toMatchObject([
      { url: `http://${portal.host}/acme/stock-levels` },
      { entityRef: 'component:default/stock-levels' },
      { url: `/agent-tasks/tasks/${task.id}` },
    ]);
    const { body: component } = await portal.eventually(
      'catalog/entities/by-name/component/default/stock-levels',
      ({ status }) => status === 200,
    );
    expect(component).toMatchObject({
      metadata: { description: valuesOf('').description },
      spec: { owner: 'group:default/payments' },
    });
  });

  it('writes nothing in a dry run', async () => {
    const directory = join(examples, 'template');
    const { body: template } = await portal.ask(
      'get',
      'catalog/entities/by-name/template/default/new-service',
    );
    const { status, body } = await portal.ask('post', 'scaffolder/v2/dry-run', {
      template,
      values: valuesOf('orders'),
      directoryContents: filesIn(directory),
    });
    expect(status).toBe(200);
    expect(JSON.stringify(body.log)).toContain('would be taken down');
    expect(await portal.tasksOf('component:default/orders')).toEqual([]);
  });
});

describe('agent-task:run in a portal', () => {
  it('shows its task with a component that the catalog does not know yet', async () => {
    const { output } = await portal.step(bootstrapOf('unborn'), {
      task: { id: 'run-before-the-catalog' },
    });
    expect(await portal.tasksOf('component:default/unborn')).toMatchObject([
      { id: output.taskId, status: 'waiting' },
    ]);
  });

  it('finds its task again where a crash fell between the answer and the checkpoint', async () => {
    const first = await portal.step(bootstrapOf('crashed'));
    const again = await portal.step(bootstrapOf('crashed'));
    expect(first).toMatchObject({ failure: null, output: { state: 'queued' } });
    expect(again.output.taskId).toBe(first.output.taskId);
  });

  it('is taken down while GitHub is dead', async () => {
    portal.github.control.fault({ kind: 'reset_before', times: null });
    const step = await portal.step(bootstrapOf('outage'), {
      task: { id: 'run-in-an-outage' },
    });
    expect(step).toMatchObject({ failure: null, output: { state: 'queued' } });
  });

  it('says which parameter is wrong', async () => {
    const { parameters, entityRef } = bootstrapOf('refused');
    const { failure } = await portal.step(
      {
        entityRef,
        parameters: { ...parameters, firstEndpoint: 'nonsense' },
      },
      { task: { id: 'run-that-is-refused' } },
    );
    expect(failure).toContain('(PARAMETERS_INVALID, next: fix_request)');
    expect(failure).toContain('parameters.firstEndpoint must be');
  });

  it('waits for the agent, and hands on its pull request', async () => {
    const { id } = await portal.scaffold('refunds');
    const { description, firstEndpoint } = valuesOf('refunds');
    // The template's own step once more, waiting this time: the task is the same.
    const { failure, output } = await portal.step(
      {
        repoUrl: `${portal.host}?owner=acme&repo=refunds`,
        entityRef: 'component:default/refunds',
        title: 'First version of refunds',
        parameters: { purpose: description, firstEndpoint },
        waitFor: 'finished',
      },
      { task: { id }, step: { id: 'bootstrap', name: 'Bootstrap' } },
    );
    expect(failure).toBeNull();
    expect(output).toMatchObject({
      state: 'completed',
      pullRequestUrl: `http://${portal.host}/acme/refunds/pull/1`,
    });
    expect(await portal.tasksOf('component:default/refunds')).toMatchObject([
      { id: output.taskId },
    ]);
  });

  it('cancels its task with its run', async () => {
    const run = new AbortController();
    const step = portal.step(
      { ...bootstrapOf('ended'), waitFor: 'finished', onCancel: 'cancel' },
      {
        task: { id: 'run-that-is-cancelled' },
        signal: run.signal,
        output: (name, value) => {
          if (name === 'taskId') run.abort(value);
        },
      },
    );
    expect((await step).failure).toContain('and the agent task with it');
    const task = await portal.ask(
      'get',
      `agent-tasks/v1/tasks/${run.signal.reason}`,
    );
    expect(task.body).toMatchObject({ state: 'cancelled' });
  });
});

function filesIn(directory: string) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(path => ({
      path: relative(directory, path),
      base64Content: readFileSync(path).toString('base64'),
    }));
}
