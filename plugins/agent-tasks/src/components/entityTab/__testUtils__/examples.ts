import type {
  Queue,
  TaskList,
  TaskListItem,
  TaskPreview,
  Template,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Entity } from '@backstage/catalog-model';
import { exampleTask } from '../../../testing/exampleTask';

export const bumpRef = 'agenttasktemplate:default/dependency-bump';

/** A service of Payments. */
export const service: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  spec: { type: 'service', owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

/** A template that fits, with two things to fill in. */
export function exampleTemplate(changes: Partial<Template> = {}): Template {
  return {
    ref: bumpRef,
    title: 'Upgrade a dependency',
    description: 'Moves one dependency to one version.',
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
        dependency: { title: 'Dependency', type: 'string' },
        version: {
          title: 'Version',
          type: 'string',
          pattern: '^[0-9.]+$',
          'ui:placeholder': '4.17.21',
        },
      },
    },
    estimate: { credits: 120, minutes: 10 },
    success: 'checks',
    fits: true,
    reasons: [],
    ...changes,
  };
}

/** A preview that says yes. */
export function examplePreview(
  changes: Partial<TaskPreview> = {},
): TaskPreview {
  return {
    prompt: 'Upgrade lodash to <b>4.17.21</b>.',
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
    ...changes,
  };
}

/** A preview that says no. */
export function refusedPreview(
  ...errors: Partial<TaskPreview['errors'][number]>[]
): TaskPreview {
  return examplePreview({
    errors: errors.map(error => ({
      code: 'POLICY_DENIED',
      message: 'Policy services v3 does not allow this task.',
      nextAction: 'choose_other',
      remediation: 'Ask the operators.',
      violations: [],
      ...error,
    })),
  });
}

/** A task as lists carry it. */
export function exampleRow(changes: Partial<TaskListItem> = {}): TaskListItem {
  const { parameters, prompt, sessions, stages, ...row } = exampleTask();
  return { ...row, ...changes };
}

export function pageOf(...items: TaskListItem[]): TaskList {
  return { items };
}

/** A queue in which Payments may have five pull requests waiting. */
export const queue: Queue = {
  items: [],
  limits: [],
  capacity: [
    { ownerRef: 'group:default/payments', used: 2, limit: 5, external: 1 },
  ],
  identities: [],
};
