import { JsonObject } from '@backstage/types';
import { taskIn } from '../domain/testing/exampleTask';
import { Task } from '../domain/task/task';
import { approvalDigestOf } from '../engine/approvalDigestOf';
import { configOf } from '../engine/submission/testing/submissionHarness';
import { ConfiguredRules } from './ConfiguredRules';

const rulesOf = (policy: JsonObject = {}, agentTasks: JsonObject = {}) =>
  new ConfiguredRules(configOf({ policy, agentTasks }), 'github-copilot');

/** A task that the policy of `configOf` allowed. */
function allowed(over: Partial<Task> = {}): Task {
  const digest = configOf().policyDigests.get('services') ?? '';
  const task = taskIn('queued');
  return { ...task, policy: { ...task.policy, digest }, ...over };
}

describe('what holds for a task', () => {
  it('is the smaller of both limits, by today’s configuration', () => {
    const rules = rulesOf(
      { limits: { owner: 2, organization: 99 } },
      { limits: { organization: 7 } },
    );
    expect(rules.candidate(allowed()).limits).toEqual({
      owner: 2,
      organization: 7,
      repository: 1,
      requester: 5,
    });
  });

  it('is the portal’s where its policy is gone', () => {
    const { limits, windows } = rulesOf({ id: 'other' }).candidate(allowed());
    expect(limits.organization).toBe(20);
    expect(windows).toEqual([]);
  });

  it('is the windows of its policy', () => {
    const office = {
      days: ['mon', 'fri'],
      from: '07:00',
      to: '19:00',
      timezone: 'Europe/Berlin',
    };
    const rules = rulesOf({ windows: [office] });
    expect(rules.candidate(allowed()).windows).toEqual([office]);
  });

  it('is an exemption from breakers until its time has come', () => {
    const until = '2026-12-01T00:00:00Z';
    const exempt = [{ owner: 'group:default/payments', until }];
    const rules = rulesOf({}, { breakers: { exempt } });
    const end = Date.parse(until);
    expect(rules.exemptOwners(end - 1)).toEqual(['group:default/payments']);
    expect(rules.exemptOwners(end)).toEqual([]);
    expect(rulesOf().exemptOwners(end)).toEqual([]);
  });

  it('is the review capacity of every owner, where one is set', () => {
    const limits = { reviewCapacity: 5 };
    expect(rulesOf({}, { limits }).reviewCapacity()).toBe(5);
    expect(rulesOf().reviewCapacity()).toBeUndefined();
  });

  it('names the identities that are to be followed', () => {
    expect(rulesOf().identities()).toEqual([
      { id: 'portal', host: 'github.com', provider: 'github-copilot' },
    ]);
  });

  it('names the models of its policy', () => {
    const models = { allow: ['auto'] };
    expect(rulesOf({ models }).allowedModels(allowed())).toEqual(['auto']);
    expect(rulesOf().allowedModels(allowed())).toBeNull();
  });
});

describe('a policy that changed since', () => {
  const free = { match: { organizations: ['acme'] } };

  it('is nothing to a task while it says the same', () => {
    expect(rulesOf().drift(allowed())).toEqual({ kind: 'same' });
  });

  it('lets a task go on that it still allows', () => {
    expect(rulesOf(free).drift(allowed())).toEqual({ kind: 'same' });
  });

  it.each<[string, JsonObject]>([
    ['denies its repository', { ...free, repositories: { deny: ['acme/*'] } }],
    ['is for other organizations', { match: { organizations: ['other'] } }],
    ['is gone', { id: 'other' }],
  ])('stops a task where it %s', (_name, policy) => {
    expect(rulesOf(policy).drift(allowed())).toEqual({
      kind: 'deny',
      reason: 'policy_changed',
    });
  });

  it('stops a task for which another identity would act', () => {
    const second = { id: 'second', type: 'token', token: 'y' };
    const rules = rulesOf(
      { ...free, identity: 'second' },
      { identities: [second] },
    );
    expect(rules.drift(allowed()).kind).toBe('deny');
  });

  it('asks a person where it wants one, and not again after the yes', () => {
    const rules = rulesOf({ ...free, approval: { required: true } });
    const drift = rules.drift(allowed());
    if (drift.kind !== 'approve') throw new Error(drift.kind);
    const approval = { by: 'user:default/bo', at: 1, digest: drift.digest };
    expect(rules.drift(allowed({ approval }))).toEqual({ kind: 'same' });
    const stale = { ...approval, digest: approvalDigestOf(allowed()) };
    expect(rules.drift(allowed({ approval: stale })).kind).toBe('approve');
  });

  it('asks a person where it cannot be decided without the catalog', () => {
    const rules = rulesOf({ match: { kinds: ['API'] } });
    expect(rules.drift(allowed()).kind).toBe('approve');
  });
});
