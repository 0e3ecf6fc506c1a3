import Ajv from 'ajv';
import { faultsAfter, faultsBefore } from '../faults/FaultOrder';
import { scripts } from '../agents/scripts';

/** What can be asked of one task. */
export const taskOrders = [
  'answer',
  'ask',
  'complete',
  'fail',
  'time_out',
  'idle',
  'cancel',
  'resume',
  'archive',
  'unarchive',
  'script',
] as const;

/** What can be asked of one pull request. */
export const pullOrders = [
  'merge',
  'close',
  'reopen',
  'ready',
  'approve',
  'request_changes',
  'run_checks',
  'pass_checks',
  'fail_checks',
  'conflict',
] as const;

export interface TaskOrder {
  do: (typeof taskOrders)[number];
  /** For `fail`: what the session's error says. */
  error?: string;
  /** For `script`: which one it plays from now on. */
  script?: string;
}

export interface PullOrder {
  do: (typeof pullOrders)[number];
  /** Who does it; default: the repository's first admin or writer who did not start the task. */
  login?: string;
  body?: string;
}

const permission = {
  enum: ['none', 'read', 'triage', 'write', 'maintain', 'admin'],
};
const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };
const count = { type: 'number', minimum: 0 };
const limit = { type: ['number', 'null'], minimum: 0 };
const script = { enum: Object.keys(scripts) };

function order(properties: Record<string, object>, required: string[] = []) {
  return { type: 'object', additionalProperties: false, required, properties };
}

const shapes = {
  fault: order(
    {
      kind: { enum: [...faultsBefore, ...faultsAfter] },
      method: text,
      path: text,
      login: text,
      nth: { type: 'integer', minimum: 1 },
      times: { type: ['integer', 'null'], minimum: 1 },
      probability: { type: 'number', minimum: 0, maximum: 1 },
      status: { type: 'integer', minimum: 300, maximum: 599 },
      retryAfter: count,
      delayMs: count,
      location: text,
      withoutRequestId: flag,
    },
    ['kind'],
  ),
  task: order({ do: { enum: taskOrders }, error: text, script }, ['do']),
  pull: order({ do: { enum: pullOrders }, login: text, body: text }, ['do']),
  clock: order({
    advanceSeconds: count,
    now: { type: 'string', format: 'date-time' },
  }),
  settings: order({
    speed: { type: 'number', exclusiveMinimum: 0 },
    listingLagSeconds: count,
    script: { anyOf: [script, { type: 'null' }] },
    quirks: {
      type: 'object',
      additionalProperties: { type: 'number', minimum: 0, maximum: 1 },
    },
    limits: order({
      requestsPerHour: limit,
      pointsPerMinute: limit,
      creationsPerMinute: limit,
      creationsPerHour: limit,
      concurrent: limit,
    }),
    etags: flag,
    models: { type: ['array', 'null'], items: text },
  }),
  script: order(
    { script, times: { type: 'integer', minimum: 1 }, repository: text },
    ['script'],
  ),
  account: order({ login: text, name: text, seat: flag }, ['login']),
  token: order(
    {
      token: text,
      login: text,
      kind: {
        enum: ['fine_grained', 'classic', 'oauth', 'app_user', 'installation'],
      },
      agentTasks: { enum: ['none', 'read', 'write'] },
      repositories: { type: ['array', 'null'], items: text },
      expiresAt: { type: ['string', 'null'] },
    },
    ['token', 'login'],
  ),
  revocation: order({ token: text }, ['token']),
  repository: order(
    {
      owner: text,
      name: text,
      defaultBranch: text,
      private: flag,
      description: { type: 'string' },
      collaborators: { type: 'object', additionalProperties: permission },
      files: { type: 'object', additionalProperties: { type: 'string' } },
      agentEnabled: flag,
      agentReadyInSeconds: count,
      workflowApproval: flag,
    },
    ['owner', 'name'],
  ),
  repositoryChange: order({
    owner: text,
    name: text,
    private: flag,
    collaborators: { type: 'object', additionalProperties: permission },
    agentEnabled: flag,
    agentReadyInSeconds: count,
    workflowApproval: flag,
    archived: flag,
  }),
};

const judges = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  validateFormats: false,
});

export class InvalidOrder extends Error {}

/** @throws InvalidOrder that names each fault */
export function parseOrder<T>(kind: keyof typeof shapes, body: unknown): T {
  const judge =
    judges.getSchema(kind) ?? judges.compile({ $id: kind, ...shapes[kind] });
  if (!judge(body)) {
    const faults = (judge.errors ?? []).map(
      error =>
        `${error.instancePath || '/'} ${error.message}${
          error.params.allowedValues
            ? `: ${error.params.allowedValues.join(', ')}`
            : ''
        }${
          error.params.additionalProperty
            ? `: ${error.params.additionalProperty}`
            : ''
        }`,
    );
    throw new InvalidOrder(faults.join('; '));
  }
  return body as T;
}
