import {
  openSimulator,
  Reply,
  TestSimulator,
} from '../../testing/openSimulator';

const TASKS = '/agents/repos/acme/payments-api/tasks';

/** `rel` to address, from a Link header. */
function linksOf(reply: Reply): Record<string, string> {
  return Object.fromEntries(
    [
      ...(reply.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g),
    ].map(([, address, rel]) => [rel, address]),
  );
}

describe('starting a task', () => {
  let simulator: TestSimulator;
  beforeEach(async () => {
    simulator = await openSimulator();
  });
  afterEach(() => simulator.close());

  it.each([
    ['no prompt', {}, 'missing_field', 'prompt'],
    ['a prompt that is no text', { prompt: 7 }, 'invalid', 'prompt'],
    ['an empty prompt', { prompt: '  ' }, 'missing_field', 'prompt'],
    [
      'a wrong switch',
      { prompt: 'x', create_pull_request: 'yes' },
      'invalid',
      'create_pull_request',
    ],
    [
      'a branch that is not there',
      { prompt: 'x', base_ref: 'nope' },
      'invalid',
      'base_ref',
    ],
  ])('refuses %s in GitHub’s error shape', async (_, body, code, field) => {
    const reply = await simulator.ask('POST', TASKS, body);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      message: 'Validation Failed',
      documentation_url: expect.stringMatching(/^https:\/\/docs\.github\.com/),
      errors: [{ code, field }],
    });
    expect(simulator.control.tasks().created).toBe(0);
  });

  it('refuses a body that is not JSON with 400', async () => {
    const reply = await simulator.ask('POST', TASKS, '{"prompt": ');
    expect(reply).toMatchObject({
      status: 400,
      body: { message: 'Problems parsing JSON' },
    });
  });

  it('refuses a model that is not on, with 400', async () => {
    const reply = await simulator.ask('POST', TASKS, {
      prompt: 'x',
      model: 'gpt-2',
    });
    expect(reply).toMatchObject({
      status: 400,
      body: { message: 'model not found or not enabled for user' },
    });
  });

  it('tells repository and creator by id only', async () => {
    const task = (await simulator.ask('POST', TASKS, { prompt: 'x' })).body;
    expect(Object.keys(task.repository)).toEqual(['id']);
    expect(Object.keys(task.creator)).toEqual(['id']);
    expect(task.html_url).toBe(`${simulator.url}/copilot/tasks/${task.id}`);
  });
});

describe('the lists of tasks', () => {
  let simulator: TestSimulator;
  beforeEach(async () => {
    simulator = await openSimulator({ settings: { script: 'stays-queued' } });
  });
  afterEach(() => simulator.close());

  const idsOf = (reply: Reply) =>
    reply.body.tasks.map((task: { id: string }) => task.id);

  it('lead over 250 tasks by Link, naming the last page only on it', async () => {
    const started: string[] = [];
    for (let count = 0; count < 250; count += 1) {
      started.push((await simulator.start()).id);
      simulator.clock.advance(1_000);
    }
    const seen: string[] = [];
    const rels: string[][] = [];
    let path: string | undefined = '/agents/tasks?per_page=100';
    while (path) {
      const reply: Reply = await simulator.ask('GET', path);
      seen.push(...idsOf(reply));
      const links = linksOf(reply);
      rels.push(Object.keys(links).sort());
      path = links.next?.replace(simulator.apiUrl, '');
    }
    expect(rels).toEqual([
      ['first', 'next'],
      ['first', 'next', 'prev'],
      ['first', 'last', 'prev'],
    ]);
    expect(seen).toEqual([...started].reverse());
  });

  it('show live and archived tasks in two lanes, never both', async () => {
    const live = await simulator.start();
    const archived = await simulator.start();
    simulator.control.task(archived.id, { do: 'archive' });
    const lane = async (query: string) =>
      idsOf(await simulator.ask('GET', TASKS + query));
    expect(await lane('')).toEqual([live.id]);
    expect(await lane('?is_archived=false')).toEqual([live.id]);
    expect(await lane('?is_archived=true')).toEqual([archived.id]);
    expect((await simulator.read(archived.id)).archived_at).toBe(
      '2026-11-20T09:00:00Z',
    );
  });

  it('filter by state, by creator and by the time of the last update', async () => {
    const old = await simulator.start();
    simulator.clock.advance(60_000);
    const young = await simulator.start();
    simulator.clock.advance(60_000);
    simulator.control.task(old.id, { do: 'complete' });
    const list = async (query: string) =>
      idsOf(await simulator.ask('GET', `${TASKS}?${query}`));
    const { creator } = await simulator.read(old.id);

    expect(await list('state=completed')).toEqual([old.id]);
    expect(await list('state=queued,completed')).toHaveLength(2);
    expect(await list('since=2026-11-20T09:01:30Z')).toEqual([old.id]);
    expect(await list('sort=created_at&direction=asc')).toEqual([
      old.id,
      young.id,
    ]);
    expect(await list('sort=updated_at&direction=desc')).toEqual([
      old.id,
      young.id,
    ]);
    expect(await list(`creator_id=${creator.id}`)).toHaveLength(2);
    expect(await list('creator_id=1')).toEqual([]);
  });

  it('of a person hold their own tasks, of a repository everybody’s', async () => {
    const { id } = await simulator.start();
    const bo = (path: string) =>
      simulator.ask('GET', path, undefined, 'bo-token');
    expect(idsOf(await bo('/agents/tasks'))).toEqual([]);
    expect(idsOf(await bo(TASKS))).toEqual([id]);
  });

  it('leave a new task out while they lag, though a read by id finds it', async () => {
    simulator.control.settings({ listingLagSeconds: 90 });
    const { id } = await simulator.start();
    expect(idsOf(await simulator.ask('GET', '/agents/tasks'))).toEqual([]);
    expect((await simulator.read(id)).id).toBe(id);
    simulator.clock.advance(90_000);
    expect(idsOf(await simulator.ask('GET', '/agents/tasks'))).toEqual([id]);
  });

  it('answer 404 for a task that lies in another repository', async () => {
    const { id } = await simulator.start();
    const reply = await simulator.ask(
      'GET',
      `/agents/repos/acme/ledger/tasks/${id}`,
    );
    expect(reply.status).toBe(404);
  });
});
