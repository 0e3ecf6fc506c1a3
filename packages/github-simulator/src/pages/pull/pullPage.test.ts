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

describe('the page of a pull request', () => {
  const page = '/acme/payments-api/pull/1';

  it('brings the work of an agent from workflows to the merge', async () => {
    const { pull } = await played('works');
    expect((await look(page)).text).toContain('Approve and run workflows');

    const own = await press(`${page}/workflows`);
    expect(own.status).toBe(403);
    expect(own.text).toContain('cannot approve its workflows');
    expect((await press(`${page}/workflows`, '', 'bo')).status).toBe(303);
    simulator.clock.advance(600_000);
    expect((await look(page)).text).toContain('Passed');

    const draft = await press(`${page}/merge`);
    expect(draft.status).toBe(409);
    expect(draft.text).toContain('A draft cannot be merged.');
    await press(`${page}/ready`);
    expect(pull.draft).toBe(false);

    await press(`${page}/approve`);
    const unreviewed = await press(`${page}/merge`);
    expect(unreviewed.text).toContain('must approve it first');
    await press(`${page}/approve`, 'Well done', 'bo');
    const merged = await press(`${page}/merge`);
    expect(merged.location).toBe(`${page}?done=merged`);
    expect(pull).toMatchObject({ state: 'closed', mergedBy: 'ana' });

    const { text } = await look(`${page}?done=merged`);
    expect(text).toContain('The pull request is merged.');
    expect(text).toContain('Bo Lindqvist approved');
    expect(text).not.toContain('<textarea');
    const file = await look('/acme/payments-api/tree/main/docs/changes');
    expect(file.text).toContain('.md');
  });

  it('shows failed checks as failed', async () => {
    await played('checks-fail');
    await press(`${page}/workflows`, '', 'bo');
    simulator.clock.advance(600_000);
    expect((await look(page)).text).toContain('Failed');
  });

  it('does not merge what conflicts', async () => {
    await played('conflicts');
    await press(`${page}/ready`);
    await press(`${page}/approve`, '', 'bo');
    const { status, text } = await press(`${page}/merge`);
    expect(status).toBe(409);
    expect(text).toContain('It conflicts with main.');
  });

  it('takes a request for changes only with words', async () => {
    const { pull } = await played('works');
    expect((await press(`${page}/changes`, '', 'bo')).status).toBe(422);
    await press(`${page}/changes`, 'Add a test', 'bo');
    expect(simulator.simulator.world.reviews).toEqual([
      expect.objectContaining({
        pullId: pull.id,
        state: 'CHANGES_REQUESTED',
        body: 'Add a test',
      }),
    ]);
  });

  it('a comment to @copilot begins another session', async () => {
    const { task } = await played('works');
    await press(`${page}/comment`, '@copilot please add a test');
    expect(task.sessions).toHaveLength(2);
    expect(task.sessions[1].prompt).toBe('@copilot please add a test');
  });

  it('closes and opens again', async () => {
    const { pull } = await played('works');
    await press(`${page}/close`);
    expect(pull.state).toBe('closed');
    await press(`${page}/reopen`);
    expect(pull.state).toBe('open');
  });

  it('hides the comments that only machines read', async () => {
    await played('works');
    expect((await look(page)).text).not.toContain('START COPILOT');
  });

  it('nobody but a writer changes anything', async () => {
    const { pull } = await played('works');
    const before = structuredClone(pull);
    for (const action of ['workflows', 'approve', 'ready', 'merge', 'close']) {
      expect((await press(`${page}/${action}`, 'x', 'cy')).status).toBe(403);
      expect((await press(`${page}/${action}`, 'x', 'dee')).status).toBe(404);
    }
    expect(pull).toEqual(before);
  });

  it('an action that nobody knows is a page that is not there', async () => {
    await played('works');
    expect((await press(`${page}/constructor`)).status).toBe(404);
  });
});
