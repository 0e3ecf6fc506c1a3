import { stateOf } from '../../state/tasks';
import { openPages, TestPages } from '../../testing/openPages';
import { TestSimulator } from '../../testing/openSimulator';

let simulator: TestSimulator;
let look: TestPages['look'];
let press: TestPages['press'];
let played: TestPages['played'];

beforeEach(async () => {
  ({ simulator, look, press, played } = await openPages());
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => simulator.close());

describe('the page of a task', () => {
  it('is where html_url leads, and takes the answer that lets the agent go on', async () => {
    const { task, path } = await played('waits');
    const before = await look(path);
    expect(before.text).toContain('The agent asks');
    expect(before.text).toContain('Shall I keep the old behaviour');

    const sent = await press(`${path}/answer`, 'Replace it');
    expect(sent.status).toBe(303);
    simulator.clock.advance(3_600_000);
    expect(await simulator.read(task.id)).toMatchObject({ state: 'completed' });
    const after = await look(String(sent.location));
    expect(after.text).toContain('You answered the agent.');
    expect(after.text).toContain('Ana Ruiz answered');
    expect(after.text).toContain('Replace it');
    expect(after.text).not.toContain('<textarea');
  });

  it('takes one answer to a question, and says that the agent has it', async () => {
    const { task, path } = await played('waits');
    await press(`${path}/answer`, 'Replace it');
    const { text } = await look(path);
    expect(text).toContain('The agent has its answer');
    expect(text).not.toContain('<textarea');
    const second = await press(`${path}/answer`, 'No, keep it');
    expect(second.status).toBe(409);
    expect(second.text).toContain('The agent has an answer already.');
    expect(task.sessions[0].answers).toHaveLength(1);
  });

  it('lets an idle agent be told how to go on', async () => {
    const { task, path } = await played('idles');
    expect((await look(path)).text).toContain('The agent sits idle');
    await press(`${path}/answer`, 'Finish the tests');
    simulator.clock.advance(3_600_000);
    expect(await simulator.read(task.id)).toMatchObject({ state: 'completed' });
  });

  it('refuses an answer that comes too late, in words', async () => {
    const { path } = await played('works');
    const { status, text } = await press(`${path}/answer`, 'Too late');
    expect(status).toBe(409);
    expect(text).toContain('does not wait for an answer');
  });

  it('refuses an empty answer in words', async () => {
    const { path, task } = await played('waits');
    const { status, text } = await press(`${path}/answer`, '  ');
    expect(status).toBe(422);
    expect(text).toContain('Write an answer before you send it.');
    expect(stateOf(task)).toBe('waiting_for_user');
  });

  it('cancels the agent', async () => {
    const { path, task } = await played('works-on');
    expect((await look(path)).text).toContain('Cancel the agent');
    await press(`${path}/cancel`);
    simulator.clock.advance(10_000);
    simulator.simulator.catchUp();
    expect(stateOf(task)).toBe('cancelled');
    const again = await press(`${path}/cancel`);
    expect(again.status).toBe(409);
    expect(again.text).toContain('The agent has ended already.');
  });

  it('lets a reader look, names who may act, and keeps what was typed', async () => {
    const { path, task } = await played('waits');
    expect((await look(path, 'cy')).text).toMatch(/<button[^>]*disabled/);
    const { status, text } = await press(`${path}/answer`, 'Mine', 'cy');
    expect(status).toBe(403);
    expect(text).toContain('Act as Ana Ruiz or Bo Lindqvist.');
    expect(text).toContain('Mine</textarea>');
    expect(stateOf(task)).toBe('waiting_for_user');
  });

  it('shows what it cost and why it failed', async () => {
    const { path, task } = await played('fails');
    task.sessions[0].usage = { type: 'ai_credits', amount: 12_500_000_000 };
    const { text } = await look(path);
    expect(text).toContain('12.5 credits');
    expect(text).toContain('a command it needs failed repeatedly');
  });
});
