import type {
  Queue,
  TaskPreview,
  Template,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** A template that fits, with two things to fill in. */
export const dependencyBump: Template = {
  ref: 'agenttasktemplate:default/dependency-bump',
  title: 'Upgrade a dependency',
  description: 'Moves one dependency to one version, and mends what breaks.',
  type: 'dependency-bump',
  version: '1.2.0',
  lifecycle: 'production',
  trusted: true,
  owner: 'group:default/platform',
  parameters: {
    type: 'object',
    required: ['dependency', 'version'],
    additionalProperties: false,
    properties: {
      dependency: { title: 'Dependency', type: 'string', default: 'lodash' },
      version: {
        title: 'Version',
        type: 'string',
        pattern: '^[0-9.]+$',
        default: '4.17.21',
      },
    },
  },
  estimate: { credits: 120, minutes: 10 },
  success: 'checks',
  fits: true,
  reasons: [],
};

/** One field of each kind. */
export const longForm: Template = {
  ...dependencyBump,
  ref: 'agenttasktemplate:default/long-form',
  title: 'One field of each kind',
  parameters: {
    type: 'object',
    required: ['name', 'kind'],
    properties: {
      name: {
        title: 'Name',
        type: 'string',
        maxLength: 80,
        description: 'What people call it.',
      },
      kind: {
        title: 'Kind',
        type: 'string',
        enum: ['patch', 'minor', 'major'],
      },
      count: { title: 'Files at most', type: 'integer', minimum: 1 },
      isDry: { title: 'Only look', type: 'boolean' },
      paths: {
        title: 'Paths',
        type: 'array',
        description: 'Where the agent may look.',
        items: { type: 'string', title: 'Path' },
        default: ['src/pay', 'src/book'],
      },
      notes: { title: 'Notes', type: 'string', 'ui:widget': 'textarea' },
    },
  },
};

export const foreign: Template = {
  ...dependencyBump,
  ref: 'agenttasktemplate:default/port-to-go',
  title: 'Port to Go',
  lifecycle: 'experimental',
  trusted: false,
  fits: false,
  reasons: ['It is for components of type library.'],
};

export const templates: Template[] = [dependencyBump, longForm, foreign];

/** A preview that says yes. */
export const readyPreview: TaskPreview = {
  prompt: 'Upgrade lodash to 4.17.21 in acme/payments-api.',
  policy: {
    result: 'allow',
    id: 'services',
    version: 3,
    trace: [
      {
        policy: 'services',
        check: 'approval',
        result: 'allow',
        message: 'No approval is needed.',
      },
    ],
  },
  identity: { id: 'portal', type: 'token', login: 'acme-agent' },
  standing: { required: 'write', result: 'unchecked', login: null },
  estimate: { credits: 120, minutes: 10 },
  queue: { position: 1, startsInSeconds: 0 },
  digest: `sha256:${'0f'.repeat(32)}`,
  errors: [],
};

/** Payments may have five pull requests waiting. */
export const queue: Queue = {
  items: [],
  limits: [],
  capacity: [
    { ownerRef: 'group:default/payments', used: 2, limit: 5, external: 1 },
  ],
  identities: [],
};
