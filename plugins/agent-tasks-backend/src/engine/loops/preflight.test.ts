import { ProviderRepository } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { bo, exampleAsk } from '../../domain/testing/exampleData';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const asked = exampleAsk().policy;
const SLUG = 'acme/payments-api';

describe('the repository that a task is for', () => {
  let engine: EngineHarness;
  /** What GitHub knows: a repository by its id, and by the name that it has now. */
  let there: { id: string; slug: string };

  beforeEach(async () => {
    engine = await engineHarness();
    there = { id: '77', slug: SLUG };
    engine.provider.repository = async where => {
      const isThis = 'id' in where ? where.id === there.id : true;
      return isThis
        ? { ok: true, value: repository(there) }
        : {
            ok: false,
            failure: { failureClass: 'repository_not_found', status: 404 },
          };
    };
  });
  afterEach(() => engine.close());

  function repository(of: { id: string; slug: string }): ProviderRepository {
    const url = `https://github.com/${of.slug}`;
    const host = 'github.com';
    return { ...of, host, url, defaultBranch: 'main', archived: false };
  }

  const waiting = () => engine.submit({ policy: { ...asked, result: 'ask' } });
  const approve = (id: string, digest: string) =>
    engine.happens(id, {
      type: 'approved',
      actor: { type: 'user', ref: bo },
      source: 'command',
      digest,
    });
  const digestOf = async (id: string) => (await engine.task(id)).approvalDigest;

  it('is part of what is approved as soon as its id is known', async () => {
    const id = await waiting();
    const byName = await engine.task(id);
    await engine.run('preflight');
    const byId = await engine.task(id);
    expect(byId.repository.id).toBe('77');
    expect(byId.approvalDigest).not.toBe(byName.approvalDigest);
    expect(byId.revision).toBeGreaterThan(byName.revision);
  });

  it('may be approved by whoever saw its name before the id was known', async () => {
    const id = await waiting();
    const byName = await digestOf(id);
    await engine.run('preflight');
    await approve(id, byName);
    await approve(id, byName);
    const { phase, approval } = await engine.task(id);
    expect(phase).toBe('queued');
    expect(approval?.digest).toBe(await digestOf(id));
    await engine.run('preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  it('stays approved when it is renamed', async () => {
    const id = await waiting();
    await engine.run('preflight');
    await approve(id, await digestOf(id));
    there.slug = 'acme/payments';
    await engine.pass(60_000);
    await engine.run('preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'tracking',
      repository: { id: '77', slug: 'acme/payments' },
    });
  });

  it('is asked about again when another one bears its name since the yes', async () => {
    const id = await waiting();
    await engine.run('preflight');
    const digest = await digestOf(id);
    const { marker } = await engine.task(id);
    await approve(id, digest);
    there.id = '78';
    engine.parts.markers.marker = async (taskId, repositoryId) =>
      `at1_${taskId}_${repositoryId}`;
    await engine.pass(60_000);
    await engine.run('preflight', 'dispatch');
    const task = await engine.task(id);
    expect(task).toMatchObject({
      phase: 'pending_approval',
      approval: null,
      attention: 'approval',
      attentionReason: 'void',
      repository: { id: '78' },
    });
    expect(task.marker).not.toBe(marker);
    expect(engine.provider.calls.start).toBeUndefined();
    await expect(approve(id, digest)).rejects.toThrow('digest_changed');
    await approve(id, task.approvalDigest);
    await engine.run('preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  it('is asked about again when the name that was approved leads elsewhere', async () => {
    const id = await waiting();
    await approve(id, await digestOf(id));
    there.slug = 'acme/elsewhere';
    await engine.run('preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'pending_approval',
      attentionReason: 'void',
    });
  });

  it('is asked about also where no yes was needed, once it is another one', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    there.id = '78';
    await engine.pass(11 * 60_000);
    engine.stall(11 * 60_000);
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'pending_approval',
      attentionReason: 'policy',
      repository: { id: '78' },
    });
    expect(engine.provider.calls.start).toBeUndefined();
  });

  it('is kept for ever once a start of it may have left a trace', async () => {
    engine.provider.startFaults = [
      { kind: 'verdict', verdict: { kind: 'notSent', reason: 'unreachable' } },
    ];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    there.id = '78';
    await engine.pass(11 * 60_000);
    engine.stall(11 * 60_000);
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'refused',
      failure: { class: 'repository_not_found' },
    });
  });

  it('is refused where today’s policy denies its new name', async () => {
    const id = await engine.submit();
    there.slug = 'acme/forbidden';
    engine.parts.rules.drift = ({ repository: { slug } }) =>
      slug === there.slug
        ? { kind: 'deny', reason: 'policy_changed' }
        : { kind: 'same' };
    await engine.run('preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'refused',
      failure: { class: 'policy_changed' },
    });
  });
});

describe('an identity whose token is refused', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(() => engine.close());

  it('is what its tasks wait for, until it is taken again', async () => {
    const { repository } = engine.provider;
    engine.provider.repository = async () => ({
      ok: false,
      failure: { failureClass: 'identity_invalid', status: 401 },
    });
    const id = await engine.submit();
    for (const _ of 'twice') {
      await engine.run('dispatch', 'preflight', 'dispatch');
      expect((await engine.task(id)).held?.reason).toBe('identity');
      await engine.pass(60_000);
    }
    engine.provider.repository = repository;
    await engine.run('preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });
});
