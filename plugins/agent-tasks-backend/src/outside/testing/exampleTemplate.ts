import { AgentTaskTemplateSpec } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

export const TRUSTED = 'url:https://github.com/acme/templates/';

/** A template that upgrades a dependency, from a trusted place. */
export function template(
  spec: Partial<AgentTaskTemplateSpec> = {},
  more: { name?: string; location?: string } = {},
): Entity {
  const whole: AgentTaskTemplateSpec = {
    owner: 'group:default/platform',
    type: 'dependency-bump',
    version: '1.2.0',
    lifecycle: 'production',
    appliesTo: { kind: 'Component', 'spec.type': ['service', 'website'] },
    parameters: {
      type: 'object',
      required: ['dependency'],
      additionalProperties: false,
      properties: {
        dependency: { type: 'string', pattern: '^[a-z-]+$', 'ui:help': 'x' },
        depth: { type: 'string', enum: ['one', 'all'], default: 'one' },
        reason: { type: 'string', maxLength: 1000 },
      },
    },
    prompt:
      'Upgrade {{ parameters.dependency }} ({{ parameters.depth }}) in {{ repository.slug }}.{% if parameters.reason %}\n{{ parameters.reason }}\n{% endif %}',
    scope: { files: ['package.json'], maxFiles: 5 },
    stop: ['a public interface would change'],
    estimate: { credits: 120, minutes: 10 },
    ...spec,
  };
  return {
    apiVersion: 'agent-tasks.backstage.io/v1alpha1',
    kind: 'AgentTaskTemplate',
    metadata: {
      name: more.name ?? 'dependency-bump',
      namespace: 'default',
      title: 'Upgrade a dependency',
      annotations: {
        'backstage.io/managed-by-location':
          more.location ?? `${TRUSTED}blob/main/dependency-bump.yaml`,
      },
    },
    spec: whole as unknown as JsonObject,
  };
}
