import {
  noQuirks,
  openSimulator,
  TestSimulator,
} from '../testing/openSimulator';
import { drawQuirks, Quirk, quirkNames } from './quirks';

const PROMPT = 'Rename the login button on the first page';

describe('the quirks', () => {
  let simulator: TestSimulator;
  afterEach(() => simulator.close());

  const open = async (...quirks: Quirk[]) => {
    simulator = await openSimulator({
      settings: {
        script: 'works',
        quirks: {
          ...noQuirks,
          ...Object.fromEntries(quirks.map(name => [name, 1])),
        },
      },
    });
  };
  const finish = async (more: object = {}) => {
    const { id } = await simulator.start(PROMPT, { ...more });
    simulator.clock.advance(3_600_000);
    return simulator.read(id);
  };

  it('renamed: the name is not the prompt', async () => {
    await open('renamed');
    const { name } = await finish();
    expect(name).not.toBe('');
    expect(PROMPT).not.toContain(name);
  });

  it('renamed, off: the name is the prompt', async () => {
    await open();
    expect((await finish()).name).toBe(PROMPT);
  });

  it('late_sessions: one session is counted before it is shown', async () => {
    await open('late_sessions');
    const { id } = await simulator.start();
    expect(await simulator.read(id)).toMatchObject({
      session_count: 1,
      sessions: [],
    });
    simulator.clock.advance(60_000);
    expect((await simulator.read(id)).sessions).toHaveLength(1);
  });

  it('model_prefix: the model comes back with a prefix', async () => {
    await open('model_prefix');
    const { sessions } = await finish({ model: 'gpt-5.4' });
    expect(sessions[0].model).toBe('sweagent-capi:gpt-5.4');
  });

  it('model_prefix: an unnamed model stays auto', async () => {
    await open('model_prefix');
    expect((await finish()).sessions[0].model).toBe('auto');
  });

  it('usage_credits: nano credits under another name', async () => {
    await open('usage_credits');
    const [{ usage }] = (await finish()).sessions;
    expect(Object.keys(usage)).toEqual(['type', 'credits']);
    expect(usage.credits).toBeGreaterThan(1e9);
  });

  it('usage_credits, off: nano credits as the contract has them', async () => {
    await open();
    const [{ usage }] = (await finish()).sessions;
    expect(usage).toEqual({ type: 'ai_credits', amount: expect.any(Number) });
    expect(usage.amount).toBeGreaterThan(1e9);
  });

  it('omitted_fields: optional fields are missing, required ones never', async () => {
    await open('omitted_fields');
    const sparse = await finish();
    expect(Object.keys(sparse)).toEqual(
      expect.arrayContaining([
        'id',
        'state',
        'created_at',
        'repository',
        'creator',
      ]),
    );
    const optional = [
      'url',
      'creator_type',
      'user_collaborators',
      'owner',
      'updated_at',
    ];
    expect(optional.filter(field => field in sparse).length).toBeLessThan(
      optional.length,
    );
  });

  it('string_error: an error is a string, and null where there is none', async () => {
    await open('string_error');
    const { id } = await simulator.start();
    expect((await simulator.read(id)).sessions[0].error).toBeNull();
    simulator.control.task(id, { do: 'fail', error: 'it broke' });
    expect((await simulator.read(id)).sessions[0].error).toBe('it broke');
  });

  it('string_error, off: an error is an object', async () => {
    await open();
    const { id } = await simulator.start();
    expect((await simulator.read(id)).sessions[0]).not.toHaveProperty('error');
    simulator.control.task(id, { do: 'fail', error: 'it broke' });
    expect((await simulator.read(id)).sessions[0].error).toEqual({
      message: 'it broke',
    });
  });

  it.each([
    ['pull_by_default: leaving create_pull_request out opens one', 1, {}, 1],
    ['pull_by_default, off: leaving it out opens none', 0, {}, 0],
    ['saying no opens none', 1, { create_pull_request: false }, 0],
    ['saying yes opens one', 0, { create_pull_request: true }, 1],
  ])('%s', async (_, likelihood, asked, pulls) => {
    await open();
    simulator.control.settings({ quirks: { pull_by_default: likelihood } });
    const { artifacts } = await finish(asked);
    const types = artifacts.map((one: { type: string }) => one.type);
    expect(types.filter((type: string) => type === 'pull')).toHaveLength(pulls);
    expect(types).toContain('branch');
  });

  it('artifacts carry the pull request’s database id, not its number', async () => {
    await open();
    const { artifacts } = await finish();
    const pull = artifacts.find((one: { type: string }) => one.type === 'pull');
    const [listed] = (
      await simulator.ask('GET', '/repos/acme/payments-api/pulls')
    ).body;
    expect(pull.data).toEqual({ id: listed.id, global_id: listed.node_id });
    expect(listed.number).toBe(1);
  });

  it('head_ref_ignored: a branch without a pull request is not used', async () => {
    await open();
    const { sessions } = await finish({ head_ref: 'main', base_ref: 'main' });
    expect(sessions[0].head_ref).toMatch(/^copilot\//);
  });

  it('head_ref_ignored, off: it is refused', async () => {
    await open();
    simulator.control.settings({ quirks: { head_ref_ignored: 0 } });
    const reply = await simulator.ask(
      'POST',
      '/agents/repos/acme/payments-api/tasks',
      {
        prompt: 'x',
        head_ref: 'main',
        base_ref: 'main',
      },
    );
    expect(reply.status).toBe(422);
  });

  it('head_ref with an open pull request is worked on by a new task', async () => {
    await open();
    const first = await finish();
    const { head_ref: headRef } = first.sessions[0];
    const second = await finish({ head_ref: headRef, base_ref: 'main' });
    expect(second.id).not.toBe(first.id);
    expect(second.sessions[0].head_ref).toBe(headRef);
    expect(second.artifacts).toEqual(first.artifacts);
  });

  it('agents_address: the page lies elsewhere', async () => {
    await open('agents_address');
    const { html_url: address, id } = await finish();
    expect(address).toBe(`${simulator.url}/agents/tasks/${id}`);
  });

  it('are drawn by the seed: the same for one seed, a mix over many tasks', async () => {
    await open();
    const draw = (seed: number) =>
      Array.from({ length: 40 }, (_, ordinal) =>
        drawQuirks(seed, ordinal, {}).join(),
      );
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const drawn = new Set(draw(1).join().split(','));
    expect([...drawn].sort()).toEqual([...quirkNames].sort());
  });
});
