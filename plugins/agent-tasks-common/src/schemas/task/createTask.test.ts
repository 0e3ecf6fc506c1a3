import { violationsOf } from '../violations';
import { createTaskSchema, idempotencyKeySchema } from './createTask';

const full = {
  template: 'agenttasktemplate:default/dependency-bump',
  parameters: { dependency: 'lodash', version: '4.17.21' },
  entityRef: 'component:default/payments-api',
  repository: 'https://github.com/acme/payments-api',
  baseRef: 'main',
  model: 'auto',
  createPullRequest: true,
  title: 'Upgrade lodash',
  priority: 0,
  allowDuplicate: false,
  origin: { ref: 'template:default/new-service', run: 'r1', step: 'agent' },
};

const smallest = {
  template: 'agenttasktemplate:default/dependency-bump',
  entityRef: 'component:default/payments-api',
};

function fieldsRefused(body: unknown): string[] {
  const result = createTaskSchema.safeParse(body);
  return result.success
    ? []
    : violationsOf(result.error).map(violation => violation.field);
}

describe('the body of a new task', () => {
  it.each([
    ['everything', full],
    ['a template and an entity', smallest],
    [
      'a template and a repository',
      {
        template: smallest.template,
        repository: 'http://localhost:7099/acme/payments-api',
      },
    ],
    [
      'a prompt of its own',
      { prompt: 'Do it.\nWell.', entityRef: smallest.entityRef },
    ],
    ['release branches', { ...smallest, baseRef: 'release/1.x' }],
  ])('may be %s', (_, body) => {
    expect(createTaskSchema.parse(body)).toEqual(body);
  });

  it.each([
    ['neither template nor prompt', { ...smallest, template: undefined }],
    ['template and prompt', { ...smallest, prompt: 'Do it.' }],
  ])('with %s is refused', (_, body) => {
    expect(fieldsRefused(body)).toEqual(['template']);
  });

  it('without entity and repository is refused', () => {
    expect(fieldsRefused({ template: smallest.template })).toEqual([
      'entityRef',
    ]);
  });

  it.each([
    ['via', { via: 'portal' }],
    ['requester', { requester: 'user:default/bo' }],
    ['providerToken', { providerToken: 'x' }],
    ['entityRef', { entityRef: 'Component:default/payments-api' }],
    ['entityRef', { entityRef: 'payments-api' }],
    ['template', { template: 'dependency-bump' }],
    ['repository', { repository: 'https://user:pw@github.com/acme/x' }],
    ['repository', { repository: 'git@github.com:acme/x.git' }],
    ['repository', { repository: 'https://github.com/acme/x?y=z' }],
    ['baseRef', { baseRef: '../main' }],
    ['baseRef', { baseRef: 'a..b' }],
    ['baseRef', { baseRef: '-x' }],
    ['baseRef', { baseRef: 'a b' }],
    ['baseRef', { baseRef: 'a\u200bb' }],
    ['title', { title: 'two\nlines' }],
    ['title', { title: ' ' }],
    ['priority', { priority: 11 }],
    ['priority', { priority: 0.5 }],
    ['origin.by', { origin: { ...full.origin, by: 'x' } }],
    ['parameters', { parameters: ['x'] }],
  ])('with a wrong %s is refused: %j', (field, wrong) => {
    expect(fieldsRefused({ ...smallest, ...wrong })).toEqual([field]);
  });
});

describe('the Idempotency-Key', () => {
  it.each([
    ['run-1:agent', true],
    ['x'.repeat(255), true],
    ['', false],
    ['x'.repeat(256), false],
    ['schlüssel', false],
    ['two\nlines', false],
  ])('%p is valid: %s', (key, valid) => {
    expect(idempotencyKeySchema.safeParse(key).success).toBe(valid);
  });
});
