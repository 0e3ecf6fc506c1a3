import { ProviderPullRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ana, payments } from '../../domain/testing/exampleData';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const MINUTE = 60_000;

const pullRequest: ProviderPullRequest = {
  databaseId: '9001',
  number: 214,
  url: 'https://github.com/acme/payments-api/pull/214',
  state: 'open',
  draft: true,
  headRef: 'copilot/1',
  headSha: 'abc',
  baseRef: 'main',
  checks: 'awaiting_approval',
  checkRuns: [],
  review: 'required',
  approvedBy: [],
  mergeable: true,
  changedFiles: 3,
  additions: 41,
  deletions: 7,
};

/** Until the database's clock shows another millisecond: hints are told from reads by it. */
async function later(store: EngineHarness['store']): Promise<void> {
  const before = await store.now();
  while ((await store.now()) <= before);
}

describe('following a task', () => {
  let engine: EngineHarness;

  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(() => engine.close());

  async function tracked(): Promise<string> {
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch', 'read');
    return id;
  }

  /** The agent opens its pull request and ends. */
  async function withPullRequest(): Promise<string> {
    const id = await tracked();
    engine.provider.pullRequests = [pullRequest];
    engine.provider.move('p1', 'completed', {
      artifacts: [
        { type: 'pull_request', databaseId: '9001', globalId: 'PR_1' },
      ],
    });
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read', 'artifacts', 'judge', 'remind');
    return id;
  }

  it('reads a task only after a sweep saw that it changed', async () => {
    const id = await tracked();
    const before = engine.provider.calls.read;
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read');
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read');
    expect(engine.provider.calls.read).toBe(before);
    engine.provider.move('p1', 'waiting_for_user');
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read');
    expect(engine.provider.calls.read).toBe(before + 1);
    expect((await engine.task(id)).providerState).toBe('waiting_for_user');
  });

  it('reads again when a hint came while an answer was on its way', async () => {
    const id = await tracked();
    const { read } = engine.provider;
    engine.provider.move('p1', 'waiting_for_user');
    await engine.pass(MINUTE);
    await engine.run('sweep');
    engine.provider.read = async taskId => {
      const answer = await read.call(engine.provider, taskId);
      // The agent goes on, and a webhook says so, before the older answer arrives.
      engine.provider.read = read;
      engine.provider.move('p1', 'completed');
      await later(engine.store);
      await engine.store.hintReads('read', [{ providerTaskId: 'p1' }]);
      return answer;
    };
    await engine.run('read');
    expect((await engine.task(id)).providerState).toBe('waiting_for_user');
    await engine.run('read');
    expect((await engine.task(id)).providerState).toBe('completed');
  });

  it('reads pull requests again when a hint came while an answer was on its way', async () => {
    const id = await withPullRequest();
    await engine.pass(30 * MINUTE);
    const { artifacts } = engine.provider;
    engine.provider.artifacts = async () => {
      const answer = await artifacts.call(engine.provider);
      engine.provider.artifacts = artifacts;
      engine.provider.pullRequests = [{ ...pullRequest, state: 'merged' }];
      await later(engine.store);
      await engine.store.hintReads('artifacts', [{ repositoryId: '77' }]);
      return answer;
    };
    await engine.run('artifacts');
    expect((await engine.task(id)).pullRequests[0].state).toBe('open');
    await engine.run('artifacts');
    expect((await engine.task(id)).pullRequests[0].state).toBe('merged');
  });

  it('while nothing is followed, asks every ten minutes for what may have been forgotten', async () => {
    await engine.submit();
    for (const _ of 'twice') await engine.run('sweep', 'read', 'artifacts');
    expect(engine.provider.calls).toEqual({ changes: 2 });
    await engine.pass(10 * MINUTE);
    await engine.run('sweep', 'read', 'artifacts');
    expect(engine.provider.calls).toEqual({ changes: 4 });
  });

  it('follows the first task at once, however lately nothing was followed', async () => {
    await engine.run('sweep');
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch', 'sweep', 'read');
    engine.provider.move('p1', 'waiting_for_user');
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read');
    expect((await engine.task(id)).providerState).toBe('waiting_for_user');
  });

  it('routes a task that waits for a person to its owners and tells them once', async () => {
    const id = await tracked();
    engine.provider.move('p1', 'waiting_for_user');
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read', 'perform', 'perform');
    expect(await engine.task(id)).toMatchObject({
      attention: 'question',
      attentionReason: 'asked',
      routedTo: [payments],
    });
    const told = engine.told.filter(effect => effect.kind === 'notify');
    expect(told).toEqual([
      expect.objectContaining({ topic: 'question', recipients: [payments] }),
    ]);
  });

  it('brings a draft whose checks wait to its reviewers, and links it back once', async () => {
    const id = await withPullRequest();
    expect(await engine.task(id)).toMatchObject({
      outcome: 'pending',
      attention: 'review',
      attentionReason: 'run_checks',
      pullRequests: [expect.objectContaining({ number: 214 })],
    });
    await engine.run('perform', 'perform');
    await engine.pass(30 * MINUTE);
    await engine.run('artifacts', 'perform');
    expect(engine.provider.comments).toHaveLength(1);
  });

  it('reads the pull requests of many quiet tasks together', async () => {
    const many = 25;
    for (let number = 1; number <= many; number++) {
      await tracked();
      const databaseId = String(number);
      engine.provider.pullRequests.push({ ...pullRequest, number, databaseId });
      engine.provider.move(`p${number}`, 'in_progress', {
        artifacts: [{ type: 'pull_request', databaseId }],
      });
    }
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read', 'read', 'artifacts', 'judge', 'judge');
    const before = engine.provider.calls.artifacts;
    await engine.pass(2 * MINUTE);
    await engine.run('artifacts', 'artifacts');
    expect(engine.provider.calls.artifacts).toBe(before + 1);
  });

  it('judges a merge as success and tells the requester', async () => {
    const id = await withPullRequest();
    engine.provider.pullRequests = [
      { ...pullRequest, state: 'merged', draft: false, mergedBy: 'bo' },
    ];
    await engine.pass(30 * MINUTE);
    await engine.run('artifacts', 'judge', 'perform');
    expect(await engine.task(id)).toMatchObject({
      outcome: 'succeeded',
      attention: null,
    });
    expect(engine.told).toContainEqual(
      expect.objectContaining({
        kind: 'notify',
        topic: 'finished',
        recipients: [ana],
      }),
    );
  });

  it('calls an end without any change what it is', async () => {
    const id = await tracked();
    engine.provider.move('p1', 'completed');
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read', 'judge');
    expect((await engine.task(id)).outcome).toBe('pending');
    await engine.pass(10 * MINUTE);
    await engine.run('judge');
    expect((await engine.task(id)).outcome).toBe('noop');
  });

  it('turns stale while the provider cannot be read, and invents nothing', async () => {
    const id = await tracked();
    engine.provider.move('p1', 'completed');
    await engine.pass(MINUTE);
    await engine.run('sweep');
    engine.provider.outage = {
      ok: false,
      failure: { failureClass: 'provider_unavailable', status: 503 },
    };
    await engine.run('read');
    const stale = await engine.task(id);
    expect(stale.staleSince).not.toBeNull();
    expect(stale.providerState).toBe('in_progress');
    engine.provider.outage = undefined;
    await engine.pass(MINUTE);
    await engine.run('read');
    expect(await engine.task(id)).toMatchObject({
      providerState: 'completed',
      staleSince: null,
    });
  });

  it('is cancelled only when a read says so, and stops until then', async () => {
    const id = await tracked();
    await engine.happens(id, {
      type: 'cancelRequested',
      actor: { type: 'user', ref: ana },
      source: 'command',
      kind: 'requester',
    });
    await engine.run('perform');
    expect(engine.provider.stops).toHaveLength(1);
    expect((await engine.task(id)).outcome).toBe('pending');
    await engine.pass(MINUTE);
    await engine.run('read', 'perform');
    expect(engine.provider.stops.length).toBeGreaterThan(1);
    engine.provider.move('p1', 'cancelled');
    await engine.pass(5 * MINUTE);
    await engine.run('read', 'judge');
    expect(await engine.task(id)).toMatchObject({
      providerState: 'cancelled',
      outcome: 'cancelled',
    });
  });

  it('stops a task that was cancelled while its start was unclear, once it is found', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    await engine.happens(id, {
      type: 'cancelRequested',
      actor: { type: 'user', ref: ana },
      source: 'command',
      kind: 'requester',
    });
    expect((await engine.task(id)).phase).toBe('unconfirmed');
    await engine.pass(MINUTE);
    await engine.run('resolve', 'perform');
    expect(engine.provider.stops).toEqual([
      expect.objectContaining({ taskId: 'p1' }),
    ]);
  });

  it('asks to stop what runs past its time', async () => {
    const id = await tracked();
    await engine.pass(3 * 60 * MINUTE);
    await engine.run('judge', 'perform');
    expect(engine.provider.stops).toHaveLength(1);
    expect((await engine.task(id)).cancelRequested).toMatchObject({
      kind: 'time_limit',
      by: 'system',
    });
  });

  it('ends what waited too long as never started', async () => {
    const id = await engine.submit();
    await engine.pass(8 * 24 * 60 * MINUTE);
    await engine.run('judge');
    expect(await engine.task(id)).toMatchObject({
      phase: 'expired',
      outcome: 'timed_out',
    });
    expect(engine.provider.calls).toEqual({});
  });

  it('tries an effect again that failed, and does it once', async () => {
    const publish = engine.parts.messengers.publish;
    engine.parts.messengers.publish = async () => {
      throw new Error('The event bus is away');
    };
    await engine.submit();
    await engine.run('perform');
    expect(engine.told.filter(({ kind }) => kind === 'publish')).toEqual([]);
    engine.parts.messengers.publish = publish;
    await engine.pass(MINUTE);
    await engine.run('perform', 'perform');
    expect(engine.told.filter(({ kind }) => kind === 'publish')).toHaveLength(
      1,
    );
  });
});
