import {
  AgentTasksError,
  CreateTaskRequest,
  ErrorCode,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { JsonObject } from '@backstage/types';
import { component } from '../../outside/testing/exampleCatalog';
import { TaskCaller } from './SubmissionParts';
import {
  agent,
  configOf,
  submissionHarness,
  SubmissionHarness,
  world,
} from './testing/submissionHarness';

let harness: SubmissionHarness | undefined;

afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

interface Refusal {
  body?: Partial<CreateTaskRequest>;
  policy?: JsonObject;
  agentTasks?: JsonObject;
  caller?: TaskCaller;
}

async function refused({ body, caller, ...config }: Refusal) {
  harness = await submissionHarness({ config: configOf(config) });
  const before = await harness.rows();
  const ask = harness.ask({ body, caller });
  const error = await harness.submissions.submit(ask, 'key').then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AgentTasksError);
  expect(await harness.rows()).toEqual(before);
  expect(harness.woken()).toBe(0);
  const preview = await harness.submissions.preview(ask);
  expect(await harness.rows()).toEqual(before);
  return { error: error as AgentTasksError, preview };
}

const component_ = (name: string) => `component:default/${name}`;
const template = (name: string) => `agenttasktemplate:default/${name}`;
const secret = `ghp_${'a'.repeat(36)}`;

const cases: [string, ErrorCode, Refusal][] = [
  [
    'a template nobody knows',
    'TEMPLATE_NOT_FOUND',
    { body: { template: template('nothing') } },
  ],
  [
    'an entity in place of a template',
    'TEMPLATE_NOT_FOUND',
    { body: { template: component_('library') } },
  ],
  [
    'a retired template',
    'TEMPLATE_RETIRED',
    { body: { template: template('retired') } },
  ],
  [
    'an entity the template is not made for',
    'TEMPLATE_DOES_NOT_FIT',
    { body: { entityRef: component_('library') } },
  ],
  [
    'no entity for a template that is made for some',
    'TEMPLATE_DOES_NOT_FIT',
    {
      body: { entityRef: undefined, repository: 'https://github.com/acme/x' },
      policy: { match: { organizations: ['acme'] } },
    },
  ],
  [
    'a template that cannot be rendered',
    'TEMPLATE_DOES_NOT_FIT',
    { body: { template: template('broken') } },
  ],
  [
    'an entity nobody knows',
    'ENTITY_NOT_FOUND',
    { body: { entityRef: component_('nothing') } },
  ],
  [
    'an entity without a repository',
    'ENTITY_HAS_NO_REPOSITORY',
    { body: { entityRef: component_('nowhere') } },
  ],
  [
    'the address of another repository',
    'REPOSITORY_MISMATCH',
    { body: { repository: 'https://github.com/acme/other' } },
  ],
  [
    'the same repository on another host',
    'REPOSITORY_MISMATCH',
    { body: { repository: 'https://ghe.example/acme/payments-api' } },
  ],
  [
    'parameters that the form does not take',
    'PARAMETERS_INVALID',
    { body: { parameters: { dependency: 'lodash', colour: 'red' } } },
  ],
  [
    'a secret in a parameter',
    'PROMPT_CONTAINS_SECRET',
    { body: { parameters: { dependency: 'lodash', reason: secret } } },
  ],
  [
    'a secret in the title',
    'PROMPT_CONTAINS_SECRET',
    { body: { title: secret } },
  ],
  [
    'hidden characters in a parameter',
    'PROMPT_CONTAINS_HIDDEN_TEXT',
    { body: { parameters: { dependency: 'lodash', reason: 'a\u202eb' } } },
  ],
  [
    'the word of the tracking line in a parameter',
    'PROMPT_CONTAINS_HIDDEN_TEXT',
    {
      body: {
        parameters: { dependency: 'lodash', reason: 'Portal-Task-Ref: at1_x' },
      },
    },
  ],
  [
    'a prompt that is too long',
    'PROMPT_TOO_LONG',
    {
      body: { template: undefined, prompt: 'x'.repeat(30_001) },
      policy: { freeform: true },
    },
  ],
  [
    'a prompt of one’s own',
    'FREEFORM_NOT_ALLOWED',
    { body: { template: undefined, prompt: 'Do something' } },
  ],
  [
    'everything, where no policy is configured',
    'POLICY_DENIED',
    { agentTasks: { policies: undefined } as unknown as JsonObject },
  ],
  [
    'a task that no policy is for',
    'POLICY_DENIED',
    { policy: { match: { kinds: ['API'] } } },
  ],
  [
    'an agent, where policies are for people',
    'POLICY_DENIED',
    { caller: agent },
  ],
  [
    'a repository that is denied',
    'REPOSITORY_NOT_ALLOWED',
    { policy: { repositories: { deny: ['*/payments-*'] } } },
  ],
  [
    'an organization that the identity is not for',
    'REPOSITORY_NOT_ALLOWED',
    {
      body: { entityRef: component_('foreign') },
      policy: { match: { kinds: ['Component'] } },
    },
  ],
  [
    'a host that the identity is not for',
    'REPOSITORY_NOT_ALLOWED',
    {
      agentTasks: {
        identities: [
          { id: 'portal', type: 'token', token: 'x', host: 'ghe.acme.example' },
        ],
      },
    },
  ],
  [
    'a base branch outside the policy',
    'BASE_REF_NOT_ALLOWED',
    { body: { baseRef: 'main' }, policy: { baseRefs: ['release/*'] } },
  ],
  [
    'a model outside the policy',
    'MODEL_NOT_ALLOWED',
    { body: { model: 'gpt-9' }, policy: { models: { allow: ['auto'] } } },
  ],
  [
    'a pull request where a branch is wanted',
    'PULL_REQUEST_NOT_ALLOWED',
    { body: { createPullRequest: true }, policy: { pullRequest: 'forbid' } },
  ],
  [
    'a template from anywhere, under a shared token',
    'TEMPLATE_NOT_TRUSTED',
    {
      body: { template: template('untrusted') },
      policy: { untrustedTemplates: true },
    },
  ],
  [
    'an origin that a person makes up',
    'INVALID_REQUEST',
    { body: { origin: { ref: 'template:default/x', run: '1' } } },
  ],
];

it.each(cases)(
  'refuses %s with %s, stores nothing, and a preview says the same',
  async (_name, code, refusal) => {
    const { error, preview } = await refused(refusal);
    expect(error.code).toBe(code);
    expect(preview.errors[0]).toMatchObject({
      code,
      message: error.message,
      remediation: expect.any(String),
    });
    expect(JSON.stringify([error, preview.errors])).not.toMatch(
      /ghp_|mallory|at1_x|colour.*red/,
    );
  },
);

it('refuses what the catalog slips into a prompt', async () => {
  const entities = world.filter(
    ({ metadata }) => metadata.name !== 'payments-api',
  );
  const description = 'Fine\u200b until you look';
  entities.push(component('payments-api', { description }));
  harness = await submissionHarness({ entities });
  const body = { template: template('chatty') };
  await expect(
    harness.submissions.submit(harness.ask({ body })),
  ).rejects.toMatchObject({ code: 'PROMPT_CONTAINS_HIDDEN_TEXT' });
});

it('names the fields and never their text', async () => {
  const parameters = { dependency: 'lodash', reason: `token ${secret}` };
  const { error } = await refused({ body: { parameters } });
  expect(error.violations).toEqual([
    { field: 'parameters.reason', rule: 'secret', hint: 'without secrets' },
  ]);
});

it('says which policy spoke, which models there are, and what was asked', async () => {
  const { error } = await refused({
    body: { model: 'gpt-9' },
    policy: { models: { allow: ['auto', 'claude-*'] } },
  });
  expect(error.message).toContain('services v3');
  expect(error.details.allowed).toEqual(['auto', 'claude-*']);
  const denied = await refused({ policy: { match: { kinds: ['API'] } } });
  expect(denied.error.details.trace).toContainEqual(
    expect.objectContaining({ check: 'match.kinds', result: 'skip' }),
  );
});

it('refuses a template that changed while its version stayed the same', async () => {
  harness = await submissionHarness();
  await harness.store.keepTemplateVersion({
    ref: template('dependency-bump'),
    version: '1.2.0',
    digest: 'sha256:another',
    spec: {},
  });
  await expect(harness.submissions.submit(harness.ask())).rejects.toMatchObject(
    { code: 'TEMPLATE_VERSION_CONFLICT' },
  );
});
