import { openSimulator, TestSimulator } from '../testing/openSimulator';
import { drawScript, scriptIn, ScriptName, scripts } from './scripts';

const REPOSITORY = '/repos/acme/payments-api';
const HOUR = 3_600_000;

interface Ending {
  state: string;
  artifacts: string[];
  pull?: object;
}

const endings: Record<ScriptName, Ending> = {
  works: {
    state: 'completed',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  waits: {
    state: 'waiting_for_user',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  fails: { state: 'failed', artifacts: [] },
  'no-change': { state: 'completed', artifacts: [] },
  'empty-diff': {
    state: 'completed',
    artifacts: ['pull', 'branch'],
    pull: { changed_files: 0 },
  },
  'times-out': {
    state: 'timed_out',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  idles: {
    state: 'idle',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  'checks-fail': {
    state: 'completed',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  'branch-only': { state: 'completed', artifacts: ['branch'] },
  conflicts: {
    state: 'completed',
    artifacts: ['pull', 'branch'],
    pull: { mergeable: false, mergeable_state: 'dirty' },
  },
  strays: {
    state: 'completed',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  resumes: {
    state: 'completed',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  'stays-queued': { state: 'queued', artifacts: [] },
  'works-on': {
    state: 'in_progress',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
  stubborn: {
    state: 'in_progress',
    artifacts: ['pull', 'branch'],
    pull: { draft: true },
  },
};

describe('agents', () => {
  let simulator: TestSimulator;
  beforeEach(async () => {
    simulator = await openSimulator();
  });
  afterEach(() => simulator.close());

  const play = (script: string) =>
    simulator.start(`Rename the login button\nsimulator: ${script}`);
  const agentRun = async () => {
    const path = `${REPOSITORY}/actions/runs?event=dynamic`;
    return (await simulator.ask('GET', path)).body.workflow_runs[0];
  };

  it.each(Object.entries(endings))(
    'by the script %s end as it says',
    async (script, ending) => {
      const { id } = await play(script);
      expect(await simulator.read(id)).toMatchObject({
        state: 'queued',
        artifacts: [],
      });
      simulator.clock.advance(2 * HOUR);
      const task = await simulator.read(id);
      expect(task.state).toBe(ending.state);
      expect(task.artifacts.map((one: { type: string }) => one.type)).toEqual(
        ending.artifacts,
      );
      const pulls = `${REPOSITORY}/pulls?state=all`;
      const numbers = (await simulator.ask('GET', pulls)).body.map(
        (pull: { number: number }) => pull.number,
      );
      expect(numbers).toEqual(ending.pull ? [1] : []);
      const { body } = await simulator.ask('GET', `${REPOSITORY}/pulls/1`);
      expect(body).toMatchObject(ending.pull ?? { message: 'Not Found' });
    },
  );

  it('take their time: states change as the clock goes on, not before', async () => {
    const { id } = await play('works');
    const states = [];
    for (let second = 0; second < 900; second += 1) {
      states.push(
        (await simulator.simulator.world.tasks[id].sessions[0]).state,
      );
      simulator.control.advance(1_000);
    }
    const begins = states.indexOf('in_progress');
    const ends = states.indexOf('completed');
    expect(begins).toBeGreaterThanOrEqual(3);
    expect(begins).toBeLessThanOrEqual(13);
    expect(ends).toBeGreaterThan(180);
    expect(ends).toBeLessThan(700);
  });

  it('are quicker by the speed, on an unchanged clock', async () => {
    simulator.control.settings({ speed: 100 });
    const { id } = await play('works');
    simulator.clock.advance(8_000);
    const task = await simulator.read(id);
    expect(task.state).toBe('completed');
    expect(Date.parse(task.updated_at)).toBeLessThanOrEqual(
      simulator.clock.now(),
    );
  });

  it('go on after an answer', async () => {
    const { id } = await play('waits');
    simulator.clock.advance(HOUR);
    expect((await simulator.read(id)).state).toBe('waiting_for_user');
    simulator.control.task(id, { do: 'answer' });
    simulator.clock.advance(15_000);
    expect((await simulator.read(id)).state).toBe('in_progress');
    simulator.clock.advance(HOUR);
    expect(await simulator.read(id)).toMatchObject({
      state: 'completed',
      session_count: 1,
    });
  });

  it('that resume begin a second session on the same branch', async () => {
    const { id } = await play('resumes');
    simulator.clock.advance(2 * HOUR);
    const { sessions } = await simulator.read(id);
    expect(sessions).toHaveLength(2);
    expect(sessions[1].id).not.toBe(sessions[0].id);
    expect(sessions[1].head_ref).toBe(sessions[0].head_ref);
  });

  it('stop some seconds after their run was cancelled, and a second cancel is 409', async () => {
    const { id } = await play('works-on');
    simulator.clock.advance(120_000);
    const run = await agentRun();
    expect(run).toMatchObject({
      path: 'dynamic/copilot-swe-agent/copilot',
      status: 'in_progress',
      head_branch: (await simulator.read(id)).sessions[0].head_ref,
    });
    const cancel = () =>
      simulator.ask('POST', `${REPOSITORY}/actions/runs/${run.id}/cancel`);
    expect((await cancel()).status).toBe(202);
    expect((await simulator.read(id)).state).toBe('in_progress');
    simulator.clock.advance(6_000);
    expect((await simulator.read(id)).state).toBe('cancelled');
    expect((await cancel()).status).toBe(409);
    simulator.clock.advance(HOUR);
    expect((await simulator.read(id)).state).toBe('cancelled');
  });

  it('that are stubborn accept a cancel and work on', async () => {
    const { id } = await play('stubborn');
    simulator.clock.advance(120_000);
    const run = await agentRun();
    const cancel = () =>
      simulator.ask('POST', `${REPOSITORY}/actions/runs/${run.id}/cancel`);
    expect((await cancel()).status).toBe(202);
    simulator.clock.advance(HOUR);
    expect((await simulator.read(id)).state).toBe('in_progress');
    expect((await cancel()).status).toBe(202);
  });

  it('have no run to cancel before their branch', async () => {
    await play('stays-queued');
    simulator.clock.advance(HOUR);
    expect(await agentRun()).toBeUndefined();
  });

  it('go on in a new session when a writer asks @copilot on the pull request', async () => {
    const { id } = await play('works');
    simulator.clock.advance(HOUR);
    const comment = (body: string) =>
      simulator.ask('POST', `${REPOSITORY}/issues/1/comments`, { body });
    await comment('copilot did well');
    expect((await simulator.read(id)).session_count).toBe(1);
    await comment('@copilot please mention it in the docs');
    expect(await simulator.read(id)).toMatchObject({
      state: 'queued',
      session_count: 2,
    });
    simulator.clock.advance(HOUR);
    const { state, sessions } = await simulator.read(id);
    expect(state).toBe('completed');
    expect(sessions[1].prompt).toBe('@copilot please mention it in the docs');
  });

  describe('whose pull request is open', () => {
    const waiting = async () => {
      const path = `${REPOSITORY}/actions/runs?status=action_required`;
      return (await simulator.ask('GET', path)).body.workflow_runs;
    };
    const checksOf = async (sha: string) =>
      (await simulator.ask('GET', `${REPOSITORY}/commits/${sha}/check-runs`))
        .body.check_runs;
    const approve = (id: number, token: string) =>
      simulator.ask(
        'POST',
        `${REPOSITORY}/actions/runs/${id}/approve`,
        undefined,
        token,
      );

    it.each([
      ['works', 'success'],
      ['checks-fail', 'failure'],
    ])(
      'by the script %s have checks that wait for another writer, then end in %s',
      async (script, conclusion) => {
        await play(script);
        simulator.clock.advance(HOUR);
        const [run] = await waiting();
        expect(await checksOf(run.head_sha)).toEqual([]);

        expect((await approve(run.id, 'ana-token')).status).toBe(403);
        expect((await approve(run.id, 'cy-token')).status).toBe(403);
        expect(await waiting()).toHaveLength(1);

        expect((await approve(run.id, 'bo-token')).status).toBe(201);
        expect(await waiting()).toEqual([]);
        simulator.clock.advance(200_000);
        const checks = await checksOf(run.head_sha);
        expect(checks).toHaveLength(2);
        expect(checks[1]).toMatchObject({ status: 'completed', conclusion });
      },
    );

    it('have checks that start by themselves where no approval is wanted', async () => {
      simulator.control.repository('acme/payments-api', {
        workflowApproval: false,
      });
      await play('works');
      simulator.clock.advance(HOUR);
      expect(await waiting()).toEqual([]);
      const [pull] = (await simulator.ask('GET', `${REPOSITORY}/pulls`)).body;
      expect(await checksOf(pull.head.sha)).toHaveLength(2);
    });

    it('write as Copilot and ask the starter for a review', async () => {
      await play('works');
      simulator.clock.advance(HOUR);
      const { body } = await simulator.ask('GET', `${REPOSITORY}/pulls/1`);
      expect(body.user).toMatchObject({ login: 'Copilot', id: 198982749 });
      expect(body.requested_reviewers).toEqual([
        expect.objectContaining({ login: 'ana' }),
      ]);
      expect(body.head.ref).toMatch(/^copilot\//);
      const files = (await simulator.ask('GET', `${REPOSITORY}/pulls/1/files`))
        .body;
      expect(files).toHaveLength(body.changed_files);
    });
  });
});

describe('the choice of a script', () => {
  it('follows the seed, and draws only scripts that have a weight', () => {
    const draw = (seed: number) =>
      Array.from({ length: 300 }, (_, ordinal) => drawScript(seed, ordinal));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const weighted = Object.entries(scripts).filter(
      ([, { weight }]) => weight > 0,
    );
    expect(new Set(draw(1))).toEqual(new Set(weighted.map(([name]) => name)));
  });

  it('can be ordered by a line of the prompt, if there is such a script', () => {
    expect(scriptIn('Do it\nsimulator: waits\nmore')).toBe('waits');
    expect(scriptIn('Do it\nsimulator: dances')).toBeUndefined();
    expect(scriptIn('say simulator: waits')).toBeUndefined();
  });
});
