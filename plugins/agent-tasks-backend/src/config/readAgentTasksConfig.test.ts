import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readAgentTasksConfig } from './readAgentTasksConfig';

const identity = {
  id: 'portal',
  type: 'token',
  token: 'ghp_not-a-real-one',
  owner: 'group:default/platform',
};
const policy = { id: 'services', version: 1, identity: 'portal' };
const first = {
  operators: ['group:default/platform'],
  identities: [identity],
  policies: [policy],
};

function read(agentTasks?: JsonObject, isProduction = false) {
  const data = agentTasks ? { agentTasks } : {};
  return readAgentTasksConfig(mockServices.rootConfig({ data }), {
    isProduction,
  });
}

describe('a configuration that is taken', () => {
  it('may be absent: then nothing is allowed', () => {
    expect(read().policies.policies).toEqual([]);
  });

  it('needs a few lines to begin with', () => {
    const config = read({
      ...first,
      templates: { trusted: ['url:https://github.com/acme/templates/'] },
    });
    expect(config.fallback).toEqual(['group:default/platform']);
    expect(config.identities).toEqual([
      expect.objectContaining({ id: 'portal', host: 'github.com' }),
    ]);
    expect(config.policies).toMatchObject({
      identityTypes: { portal: 'token' },
      limits: { organization: 20, repository: 1, queued: 500 },
    });
    expect(config.policyDigests.get('services')).toMatch(/^sha256:/);
  });

  it('limits what a team has to review where that is said, and nowhere else', () => {
    expect(read(first).reviewCapacity).toBeNull();
    const limited = read({ ...first, limits: { reviewCapacity: 5 } });
    expect(limited.reviewCapacity).toBe(5);
    expect(limited.policies.limits).toEqual(read(first).policies.limits);
  });

  it('has durations in milliseconds and one approver as a list', () => {
    const [parsed] = read({
      ...first,
      policies: [
        {
          ...policy,
          timeouts: { queued: 'P7D' },
          approval: { required: true, by: 'group:default/leads' },
        },
      ],
    }).policies.policies;
    expect(parsed.timeouts?.queued).toBe(7 * 24 * 3_600_000);
    expect(parsed.approval?.by).toEqual(['group:default/leads']);
  });

  it('gives the same rules the same digest, in whatever order they are written', () => {
    const one = read(first).policyDigests;
    const { id, version, ...rest } = policy;
    expect(read({ ...first, policies: [{ ...rest, version, id }] })).toEqual(
      expect.objectContaining({ policyDigests: one }),
    );
    const other = read({
      ...first,
      policies: [{ ...policy, freeform: true }],
    }).policyDigests;
    expect(other).not.toEqual(one);
  });
});

describe('a configuration that stops start-up', () => {
  const withPolicy = (more: JsonObject) => ({
    ...first,
    policies: [{ ...policy, ...more }],
  });
  const withIdentity = (more: JsonObject) => ({
    ...first,
    identities: [{ ...identity, ...more }],
  });

  it.each<[string, JsonObject, string]>([
    [
      'an exemption for good',
      { breakers: { exempt: [{ owner: 'group:default/payments' }] } },
      'agentTasks.breakers.exempt.0.until: ',
    ],
    ['a misspelt key', { polices: [] }, 'agentTasks.polices: unknown key'],
    [
      'a misspelt key of a policy',
      withPolicy({ aproval: {} }),
      'agentTasks.policies.0.aproval: unknown key',
    ],
    [
      'a misspelt key deep inside',
      withPolicy({ match: { organisations: ['acme'] } }),
      'agentTasks.policies.0.match.organisations: unknown key',
    ],
    [
      'an empty list',
      withPolicy({ baseRefs: [] }),
      'agentTasks.policies.0.baseRefs: must be at least 1 item',
    ],
    [
      'a duration in words',
      withPolicy({ timeouts: { running: '2 hours' } }),
      'agentTasks.policies.0.timeouts.running: must be an ISO 8601 duration',
    ],
    [
      'a limit of nothing',
      { limits: { organization: 0 } },
      'agentTasks.limits.organization: must be at least 1',
    ],
    [
      'a review capacity of nothing',
      { limits: { reviewCapacity: 0 } },
      'agentTasks.limits.reviewCapacity: must be at least 1',
    ],
    [
      'a review capacity of a policy',
      withPolicy({ limits: { reviewCapacity: 5 } }),
      'agentTasks.policies.0.limits.reviewCapacity: unknown key',
    ],
    [
      'a time zone nobody lives in',
      withPolicy({
        windows: [
          { days: ['mon'], from: '07:00', to: '19:00', timezone: 'Acme/HQ' },
        ],
      }),
      'agentTasks.policies.0.windows.0.timezone: must be a time zone',
    ],
    [
      'an identity that is not there',
      withPolicy({ identity: 'nobody' }),
      'agentTasks.policies.0.identity: must be the id of one of agentTasks.identities, of which there are: portal',
    ],
    [
      'a policy without any identity to choose from',
      { operators: ['group:default/platform'], policies: [policy] },
      'must be the id of one of agentTasks.identities, of which there is none',
    ],
    [
      'a default model outside the allowed ones',
      withPolicy({ models: { allow: ['auto'], default: 'gpt-9' } }),
      'agentTasks.policies.0.models.default: must be one of models.allow',
    ],
    [
      'two policies of one name',
      { ...first, policies: [policy, { ...policy, version: 2 }] },
      'agentTasks.policies.1.id: is used twice',
    ],
    [
      'standing of none for whoever comes',
      withPolicy({ requesterMust: 'none' }),
      'agentTasks.policies.0.match.via: must be given',
    ],
    [
      'nobody who gets what reaches nobody',
      { identities: [identity], policies: [policy] },
      'agentTasks.fallbackOwner: must be given',
    ],
    [
      'a reference without a namespace',
      { operators: ['platform'] },
      'agentTasks.operators.0: must be a full lower-case reference',
    ],
    [
      'a week of repeating that is too short',
      { retention: { idempotency: 'P6D' } },
      'agentTasks.retention.idempotency: must be at least P7D',
    ],
    [
      'a short encryption key',
      { encryption: { keys: ['secret'] } },
      'agentTasks.encryption.keys.0: must be at least 32 characters',
    ],
    ['budgets', { budgets: [{ scope: 'owner' }] }, 'agentTasks.budgets: '],
    ['token settings', { tokens: {} }, 'agentTasks.tokens: '],
    [
      "people's own tokens",
      { ...first, identities: [identity, { id: 'own', type: 'requester' }] },
      'agentTasks.identities.1.type: people cannot act with their own token yet',
    ],
    [
      'standing that nobody asks for yet',
      withPolicy({ requesterMust: 'write' }),
      'agentTasks.policies.0.requesterMust: what a requester may do',
    ],
    [
      'a retention that is no duration',
      { retention: { prompts: '180 days' } },
      'agentTasks.retention.prompts: ',
    ],
    [
      'a token whose variable is not set',
      { identities: [{ id: 'portal', type: 'token' }] },
      'agentTasks.identities.0.token: must be given, as a string (is its environment variable set?)',
    ],
    [
      'an identity of a kind unheard of',
      withIdentity({ type: 'password' }),
      'agentTasks.identities.0.type: must be one of token, requester',
    ],
  ])('%s', (_name, agentTasks, sentence) => {
    expect(() => read(agentTasks)).toThrow(sentence);
  });

  it('production without a name for this portal', () => {
    expect(() => read(first, true)).toThrow(
      'agentTasks.instance: must be given',
    );
    expect(read({ ...first, instance: 'acme' }, true).instance).toBe('acme');
  });

  it('tells everything at once, and no value', () => {
    const act = () =>
      read({ ...withIdentity({ hots: 'x' }), operators: ['sesame'] });
    expect(act).toThrow(
      /operators\.0.*identities\.0\.hots|identities\.0\.hots.*operators\.0/,
    );
    expect(act).not.toThrow(/sesame|ghp_/);
  });
});
