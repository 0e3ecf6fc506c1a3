import { exampleTask } from './__fixtures__/exampleTask';
import {
  connectionSchema,
  createFreezeSchema,
  eventListSchema,
  freezeListSchema,
  freezeReportSchema,
  inboxQuerySchema,
  inboxSchema,
  operationsSchema,
  policyListSchema,
  previewSchema,
  queueSchema,
  recordSchema,
  templateListSchema,
} from '.';

const { prompt, parameters, sessions, stages, ...item } = exampleTask;
const at = item.createdAt;
const digest = `sha256:${'0'.repeat(64)}`;
const held = { reason: 'review_capacity', since: at, used: 5, limit: 5 };
const identity = {
  id: 'portal',
  type: 'token',
  host: 'github.com',
  owner: 'group:default/platform',
  login: 'acme-agent',
  state: 'ready',
  expiresAt: at,
  nextStartAt: null,
  requestsRemaining: 4800,
};
const freeze = {
  id: 'f1',
  scope: { kind: 'repository', ref: 'acme/payments-api' },
  reason: 'Incident 7',
  by: 'user:default/ana',
  since: at,
  until: null,
  refuse: false,
  waiting: 3,
  thawedAt: null,
};
const event = {
  seq: 1,
  at,
  type: 'submitted',
  actor: { type: 'user', ref: 'user:default/ana', plugin: 'scaffolder' },
  source: 'command',
  to: 'queued',
  details: { policy: 'services' },
};

const answers = {
  templates: [
    templateListSchema,
    {
      items: [
        {
          ref: 'agenttasktemplate:default/dependency-bump',
          title: 'Upgrade a dependency',
          description: null,
          type: 'dependency-bump',
          version: '1.2.0',
          lifecycle: 'production',
          trusted: true,
          owner: 'group:default/platform',
          parameters: { type: 'object' },
          estimate: { credits: 120, minutes: 10 },
          success: 'checks',
          fits: false,
          reasons: ['The template is for components of type service.'],
        },
      ],
    },
  ],
  'a preview that would be taken': [
    previewSchema,
    {
      prompt,
      policy: {
        result: 'ask',
        id: 'services',
        version: 3,
        trace: [
          {
            policy: 'services',
            check: 'kind',
            result: 'allow',
            message: 'The kind is one of those listed.',
          },
        ],
      },
      identity: { id: 'portal', type: 'token', login: 'acme-agent' },
      standing: { required: 'write', result: 'unchecked', login: null },
      estimate: { credits: 120, minutes: null },
      queue: { position: 2, held, startsInSeconds: 600, basis: 'history' },
      approvers: ['group:default/payments'],
      createPullRequest: true,
      digest,
      errors: [],
    },
  ],
  'a preview that would be refused': [
    previewSchema,
    {
      prompt: null,
      policy: { result: 'deny', id: null, version: null, trace: [] },
      identity: null,
      standing: null,
      estimate: null,
      queue: null,
      digest: null,
      errors: [
        {
          code: 'POLICY_DENIED',
          message: 'No policy matches this task.',
          nextAction: 'choose_other',
          remediation: 'Choose another.',
          violations: [],
        },
        {
          code: 'DUPLICATE_TASK_SUSPECTED',
          message: 'An open task asks for the same.',
          nextAction: 'read_task',
          remediation: 'Follow that one.',
          violations: [],
          details: { taskId: '7' },
        },
      ],
    },
  ],
  'the inbox': [
    inboxSchema,
    {
      groups: [
        { attention: 'question', count: 1, oldestAt: at, items: [item] },
      ],
      snoozed: { count: 0, items: [] },
    },
  ],
  'the queue': [
    queueSchema,
    {
      items: [{ task: item, position: 1, held }],
      limits: [{ scope: 'organization', ref: 'acme', used: 20, limit: 20 }],
      capacity: [
        { ownerRef: 'group:default/payments', used: 5, limit: 5, external: 1 },
      ],
      identities: [identity],
    },
  ],
  policies: [
    policyListSchema,
    {
      items: [
        {
          id: 'services',
          version: 3,
          digest,
          match: { kinds: ['Component'], filter: { 'spec.type': 'service' } },
          use: { tasks: 12, lastUsedAt: at },
        },
      ],
    },
  ],
  'a connection': [connectionSchema, { login: 'ana', expiresAt: at }],
  freezes: [
    freezeListSchema,
    { items: [freeze, { ...freeze, scope: { kind: 'all' }, by: 'system' }] },
  ],
  'the report of a freeze': [freezeReportSchema, { ...freeze, tasks: [item] }],
  operations: [
    operationsSchema,
    {
      loops: [{ name: 'dispatch', lastPassAt: null, failures: 0, due: 2 }],
      breakers: [
        {
          name: 'template',
          ref: 'agenttasktemplate:default/dependency-bump',
          state: 'open',
          reason: 'second_start',
          since: at,
          until: at,
        },
      ],
      identities: [identity],
      anomalies: [
        {
          kind: 'quarantined',
          count: 1,
          since: at,
          taskIds: ['7'],
          runbookUrl: null,
        },
      ],
    },
  ],
  events: [eventListSchema, { items: [event], nextCursor: 'c2' }],
  'the record': [
    recordSchema,
    {
      sentence: 'Request r1: portal, for user:default/ana, started task 7.',
      task: exampleTask,
      events: [event],
      evidence: {
        claimed: {
          commands: ['yarn test'],
          tests: [],
          hosts: [],
          leftOut: [],
          confidence: 'high',
          gaps: [],
        },
        observed: {
          checks: [{ name: 'ci/test', state: 'passing' }],
          files: [{ path: 'a.ts', additions: 1, deletions: 0, inScope: true }],
        },
      },
      chain: { intact: true, count: 1, head: 'abc', brokenAt: null },
    },
  ],
} as const;

describe.each(Object.entries(answers))('%s', (_, [schema, answer]) => {
  it('has the shape that is published', () => {
    expect(schema.parse(answer)).toEqual(answer);
  });

  it('holds nothing else, at any depth', () => {
    for (const altered of withExtraField(answer)) {
      expect(schema.safeParse(altered).success).toBe(false);
    }
  });
});

describe('a freeze', () => {
  it.each([
    [{ kind: 'all' }, true],
    [{ kind: 'owner', ref: 'group:default/payments' }, true],
    [{ kind: 'repository', ref: 'acme/payments-api' }, true],
    [{ kind: 'repository', ref: 'Acme/Payments-API' }, false],
    [{ kind: 'repository', ref: 'payments-api' }, false],
    [{ kind: 'organization', ref: 'acme/payments-api' }, false],
    [{ kind: 'owner', ref: 'payments' }, false],
    [{ kind: 'template', ref: 'dependency-bump' }, false],
    [{ kind: 'policy', ref: 'services' }, true],
    [{ kind: 'all', ref: 'acme' }, false],
    [{ kind: 'owner' }, false],
    [{ kind: 'planet', ref: 'earth' }, false],
  ])('of the scope %j is valid: %s', (scope, valid) => {
    const body = { scope, reason: 'Incident 7', refuse: true };
    expect(createFreezeSchema.safeParse(body).success).toBe(valid);
  });
});

describe('the query of the inbox', () => {
  it('takes a scope and a group, and nothing else', () => {
    const query = { scope: 'team', group: 'group:default/payments' };
    expect(inboxQuerySchema.parse(query)).toEqual(query);
    expect(inboxQuerySchema.safeParse({ scope: 'all' }).success).toBe(false);
    expect(inboxQuerySchema.safeParse({ user: 'bo' }).success).toBe(false);
  });
});

/** Where a shape is somebody else's: their content is not described by these schemas. */
const open = ['parameters', 'details', 'filter'];

/** The value once per object in it, each time with one field too many in that object. */
function* withExtraField(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { ...value, unexpected: true };
  for (const [key, inner] of Object.entries(value)) {
    if (open.includes(key)) continue;
    for (const altered of withExtraField(inner)) {
      yield Array.isArray(value)
        ? value.map((each, index) => (String(index) === key ? altered : each))
        : { ...value, [key]: altered };
    }
  }
}
