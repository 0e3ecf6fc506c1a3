import fc from 'fast-check';
import { evaluatePolicies } from './evaluatePolicies';
import { Policy, PolicyAsk, PolicySetting } from './policy';
import { DenyCode } from './policyChecks';

fc.configureGlobal({ seed: 20261120 });

const entity = {
  kind: 'Component',
  metadata: {
    name: 'payments-api',
    tags: ['java', 'Core'],
    annotations: { 'github.com/project-slug': 'acme/payments-api' },
  },
  spec: { type: 'service', lifecycle: 'production' },
};

const asked = (over: Partial<PolicyAsk> = {}): PolicyAsk => ({
  entity,
  isEntityOpen: false,
  slug: 'acme/payments-api',
  baseRef: 'default',
  defaultBranch: 'main',
  model: null,
  createPullRequest: null,
  template: {
    ref: 'agenttasktemplate:default/dependency-bump',
    isTrusted: true,
    approval: 'policy',
  },
  via: 'portal',
  ...over,
});

const policy = (over: Partial<Policy> = {}): Policy => ({
  id: 'services',
  version: 3,
  identity: 'portal',
  ...over,
});

const setting = (...policies: Policy[]): PolicySetting => ({
  policies,
  limits: {},
  identityTypes: { portal: 'token', requester: 'requester' },
});

const verdictOf = (over: Partial<Policy>, ask: Partial<PolicyAsk> = {}) =>
  evaluatePolicies(setting(policy(over)), asked(ask));

type Row = [
  string,
  Partial<Policy>,
  Partial<PolicyAsk>,
  'allow' | 'ask' | DenyCode,
];

// One situation per line, so that the table reads as a table.
// prettier-ignore
const rows: Row[] = [
  ['nothing said', {}, {}, 'allow'],
  ['its kind', { match: { kinds: ['component'] } }, {}, 'allow'],
  ['another kind', { match: { kinds: ['API'] } }, {}, 'POLICY_DENIED'],
  ['its type', { match: { types: ['website', 'service'] } }, {}, 'allow'],
  ['another type', { match: { types: ['website'] } }, {}, 'POLICY_DENIED'],
  ['its filter', { match: { filter: { 'metadata.tags': 'core' } } }, {}, 'allow'],
  ['another filter', { match: { filter: { 'spec.lifecycle': 'experimental' } } }, {}, 'POLICY_DENIED'],
  ['entity rules without an entity', { match: { kinds: ['Component'] } }, { entity: null }, 'POLICY_DENIED'],
  ['entity rules that are still open', { match: { kinds: ['Component'] } }, { entity: null, isEntityOpen: true }, 'allow'],
  ['its organization', { match: { organizations: ['Acme'] } }, {}, 'allow'],
  ['another organization', { match: { organizations: ['other'] } }, {}, 'POLICY_DENIED'],
  ['its repository', { match: { repositories: ['acme/*'] } }, {}, 'allow'],
  ['another repository', { match: { repositories: ['acme'] } }, {}, 'POLICY_DENIED'],
  ['its template', { match: { templates: ['*'] } }, {}, 'allow'],
  ['another template', { match: { templates: ['*:default/other'] } }, {}, 'POLICY_DENIED'],
  ['the portal where nothing is said', {}, { via: 'scaffolder' }, 'allow'],
  ['an action where nothing is said', {}, { via: 'action' }, 'POLICY_DENIED'],
  ['an action where it is named', { match: { via: ['action'] } }, { via: 'action' }, 'allow'],
  ['a denied repository', { repositories: { deny: ['*payments*'] } }, {}, 'REPOSITORY_NOT_ALLOWED'],
  ['the default branch by word', { baseRefs: ['default'] }, {}, 'allow'],
  ['the default branch by name', { baseRefs: ['default'] }, { baseRef: 'main' }, 'allow'],
  ['another branch', { baseRefs: ['default'] }, { baseRef: 'next' }, 'BASE_REF_NOT_ALLOWED'],
  ['a branch by pattern', { baseRefs: ['release/*'] }, { baseRef: 'release/1' }, 'allow'],
  ['the default branch where it is not named', { baseRefs: ['release/*'] }, {}, 'BASE_REF_NOT_ALLOWED'],
  ['a branch that may be the default', { baseRefs: ['default'] }, { baseRef: 'main', defaultBranch: null }, 'allow'],
  ['an allowed model', { models: { allow: ['auto', 'claude-*'] } }, { model: 'claude-sonnet-4.6' }, 'allow'],
  ['another model', { models: { allow: ['auto'] } }, { model: 'claude-sonnet-4.6' }, 'MODEL_NOT_ALLOWED'],
  ['a default that is not allowed', { models: { allow: ['a'], default: 'b' } }, {}, 'MODEL_NOT_ALLOWED'],
  ['a pull request that is forbidden', { pullRequest: 'forbid' }, { createPullRequest: true }, 'PULL_REQUEST_NOT_ALLOWED'],
  ['no pull request where it is required', { pullRequest: 'require' }, { createPullRequest: false }, 'PULL_REQUEST_NOT_ALLOWED'],
  ['no pull request where it is forbidden', { pullRequest: 'forbid' }, { createPullRequest: false }, 'allow'],
  ['a prompt of one’s own', {}, { template: null }, 'FREEFORM_NOT_ALLOWED'],
  ['a prompt of one’s own where allowed', { freeform: true }, { template: null }, 'allow'],
  ['an untrusted template', {}, { template: { ...asked().template!, isTrusted: false } }, 'TEMPLATE_NOT_TRUSTED'],
  ['an untrusted template with a shared token', { untrustedTemplates: true }, { template: { ...asked().template!, isTrusted: false } }, 'TEMPLATE_NOT_TRUSTED'],
  ['an untrusted template with one’s own token', { untrustedTemplates: true, identity: 'requester' }, { template: { ...asked().template!, isTrusted: false } }, 'allow'],
  ['an identity that is not configured', { identity: 'gone' }, {}, 'POLICY_DENIED'],
  ['an approval by policy', { approval: { required: true } }, {}, 'ask'],
  ['an approval by template', {}, { template: { ...asked().template!, approval: 'required' } }, 'ask'],
];

describe('evaluatePolicies', () => {
  it.each(rows)('%s', (_name, over, ask, expected) => {
    const verdict = verdictOf(over, ask);
    expect(verdict.code ?? verdict.result).toBe(expected);
    expect(verdict.terms === null).toBe(verdict.result === 'deny');
  });

  it('has a row for every way to deny', () => {
    const codes: Record<DenyCode, true> = {
      POLICY_DENIED: true,
      REPOSITORY_NOT_ALLOWED: true,
      BASE_REF_NOT_ALLOWED: true,
      MODEL_NOT_ALLOWED: true,
      PULL_REQUEST_NOT_ALLOWED: true,
      FREEFORM_NOT_ALLOWED: true,
      TEMPLATE_NOT_TRUSTED: true,
    };
    const covered = rows.map(([, , , code]) => code);
    expect(
      Object.keys(codes).filter(code => !covered.includes(code as DenyCode)),
    ).toEqual([]);
  });

  it('denies without any policy, and says so', () => {
    expect(evaluatePolicies(setting(), asked())).toMatchObject({
      result: 'deny',
      code: 'POLICY_DENIED',
      trace: [{ message: 'No policy is configured.' }],
    });
  });

  it('lets the first that applies decide, even to deny', () => {
    const strict = policy({ id: 'strict', repositories: { deny: ['*'] } });
    const other = policy({ id: 'other', match: { organizations: ['other'] } });
    expect(
      evaluatePolicies(setting(other, strict, policy()), asked()),
    ).toMatchObject({
      result: 'deny',
      policy: { id: 'strict', version: 3 },
    });
  });

  it('traces every check of every policy it asked, up to the one that decides', () => {
    const other = policy({
      id: 'other',
      match: { organizations: ['other'], kinds: ['API'] },
    });
    const { trace } = evaluatePolicies(
      setting(other, policy(), policy({ id: 'never' })),
      asked(),
    );
    const shown = trace.map(
      ({ policy: id, check, result }) => `${id} ${check} ${result}`,
    );
    expect(shown).toEqual([
      'other match.via allow',
      'other match.organizations skip',
      'other match.repositories allow',
      'other match.templates allow',
      'other match.kinds skip',
      'other match.types allow',
      'other match.filter allow',
      'services match.via allow',
      'services match.organizations allow',
      'services match.repositories allow',
      'services match.templates allow',
      'services match.kinds allow',
      'services match.types allow',
      'services match.filter allow',
      'services identity allow',
      'services repositories.deny allow',
      'services baseRefs allow',
      'services models allow',
      'services pullRequest allow',
      'services freeform allow',
      'services untrustedTemplates allow',
      'services approval allow',
    ]);
  });

  it('shows everything that is not allowed at once', () => {
    const { trace } = verdictOf(
      { baseRefs: ['next'], models: { allow: ['x'] } },
      { baseRef: 'main', model: 'y' },
    );
    const no = trace.filter(({ result }) => result === 'deny');
    expect(no.map(({ check }) => check)).toEqual(['baseRefs', 'models']);
  });

  it('says what could not be known yet', () => {
    expect(verdictOf({}).isProvisional).toBe(false);
    expect(
      verdictOf(
        { match: { types: ['service'] } },
        { entity: null, isEntityOpen: true },
      ).isProvisional,
    ).toBe(true);
    expect(
      verdictOf(
        { baseRefs: ['default'] },
        { baseRef: 'main', defaultBranch: null },
      ).isProvisional,
    ).toBe(true);
  });

  it('denies what it cannot evaluate, and never throws', () => {
    const broken = {
      ...policy(),
      match: { repositories: 7 },
    } as unknown as Policy;
    const verdict = evaluatePolicies(setting(broken), asked());
    expect(verdict).toMatchObject({ result: 'deny', code: 'POLICY_DENIED' });
    expect(verdict.trace).toContainEqual(
      expect.objectContaining({ check: 'error', result: 'deny' }),
    );
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (policies, ask) => {
        const result = evaluatePolicies(
          { ...setting(), policies: [policies] as Policy[] },
          ask as PolicyAsk,
        );
        expect(result.result).toBe('deny');
      }),
    );
  });

  it('gives the terms that the task goes by', () => {
    const verdict = evaluatePolicies(
      {
        ...setting(
          policy({
            limits: { owner: 9, requester: 2 },
            models: { default: 'm' },
          }),
        ),
        limits: { owner: 5, organization: 20 },
      },
      asked(),
    );
    expect(verdict.terms).toMatchObject({
      identityId: 'portal',
      model: 'm',
      createPullRequest: true,
      requesterMust: 'write',
      fourEyes: true,
      limits: { owner: 5, requester: 2, organization: 20 },
    });
    expect(verdictOf({ identity: 'requester' }).terms?.requesterMust).toBe(
      'none',
    );
    expect(verdictOf({ pullRequest: 'forbid' }).terms?.createPullRequest).toBe(
      false,
    );
  });
});
