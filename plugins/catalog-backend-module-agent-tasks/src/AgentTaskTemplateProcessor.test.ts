import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { AgentTaskTemplateProcessor } from './AgentTaskTemplateProcessor';

const processor = new AgentTaskTemplateProcessor();

const spec = {
  owner: 'group:default/platform',
  type: 'dependency-bump',
  version: '1.2.0',
  lifecycle: 'production',
  parameters: {
    type: 'object',
    required: ['dependency'],
    properties: {
      dependency: { type: 'string', 'ui:placeholder': 'lodash' },
      reason: { type: 'string' },
    },
  },
  prompt:
    'Upgrade {{ parameters.dependency }} in {{ repository.slug }}. {% if parameters.reason %}{{ parameters.reason }}{% endif %}',
};

function template(changes: JsonObject = {}): Entity {
  return {
    apiVersion: 'agent-tasks.backstage.io/v1alpha1',
    kind: 'AgentTaskTemplate',
    metadata: { name: 'dependency-bump' },
    spec: { ...spec, ...changes },
  };
}

describe('a template as it should be', () => {
  it('is taken, and left as it is', async () => {
    const entity = template();
    const before = structuredClone(entity);
    await expect(processor.validateEntityKind(entity)).resolves.toBe(true);
    await processor.postProcessEntity(entity, {}, () => {});
    expect(entity).toEqual(before);
  });
});

describe('a broken template is refused, naming the field and what it must be', () => {
  it.each<[string, Entity, string]>([
    [
      'a version that is no version',
      template({ version: 'v1.2' }),
      'spec.version: must be a semantic version such as 1.2.0',
    ],
    [
      'a missing owner',
      template({ owner: undefined }),
      'spec.owner: must be given, as a string',
    ],
    [
      'a short owner',
      template({ owner: 'platform' }),
      'spec.owner: must be a full lower-case reference such as component:default/payments-api',
    ],
    [
      'a type for people',
      template({ type: 'Dependency bump' }),
      'spec.type: must be a lower-case word such as dependency-bump',
    ],
    [
      'an unknown lifecycle',
      template({ lifecycle: 'beta' }),
      'spec.lifecycle: must be one of experimental, production, retired',
    ],
    [
      'an unknown field',
      template({ promt: 'Upgrade.' }),
      'spec.promt: must be left out',
    ],
    [
      'an unknown field further in',
      template({ run: { timout: 'PT1H' } }),
      'spec.run.timout: must be left out',
    ],
    [
      'a filter by number',
      template({ appliesTo: { kind: 5 } }),
      'spec.appliesTo.kind: must be a value, or a list of values',
    ],
    [
      'a duration in words',
      template({ run: { timeout: '1h' } }),
      'spec.run.timeout: must be an ISO 8601 duration such as PT4H or P14D',
    ],
    [
      'files outside the repository',
      template({ scope: { files: ['src/**', '../secrets'] } }),
      'spec.scope.files.1: must be a file pattern inside the repository such as src/**',
    ],
    [
      'evidence nobody reports',
      template({ evidence: { required: ['vibes'] } }),
      'spec.evidence.required.0: must be one of commands, tests, hosts, leftOut, confidence, gaps',
    ],
    [
      'success that cannot come about',
      template({ success: 'merged', run: { pullRequest: false } }),
      'spec.success: must be branch or accepted where run.pullRequest is false',
    ],
    [
      'parameters that are no object',
      template({ parameters: { ...spec.parameters, type: 'string' } }),
      'spec.parameters.type: must be object',
    ],
    [
      'another version of the kind',
      { ...template(), apiVersion: 'agent-tasks.backstage.io/v1' },
      'apiVersion: must be agent-tasks.backstage.io/v1alpha1',
    ],
    [
      "somebody else's apiVersion",
      { ...template(), apiVersion: 'backstage.io/v1alpha1' },
      'apiVersion: must be agent-tasks.backstage.io/v1alpha1',
    ],
    [
      'a misspelt kind',
      { ...template(), kind: 'AgentTasksTemplate' },
      'kind: must be AgentTaskTemplate',
    ],
    [
      'no spec at all',
      { ...template(), spec: undefined },
      'spec: must be given, as an object',
    ],
  ])('%s', async (_case, entity, message) => {
    await expect(processor.validateEntityKind(entity)).rejects.toThrow(
      new Error(message),
    );
  });

  it('all violations at once, each field once', async () => {
    const entity = template({
      version: '1',
      lifecycle: 'beta',
      parameters: { type: 'object', properties: { dependency: 'string' } },
      prompt: '{% for %}',
    });
    const message = await processor
      .validateEntityKind(entity)
      .catch(error => error.message);
    expect(
      message.split('; ').map((part: string) => part.split(': ')[0]),
    ).toEqual([
      'spec.version',
      'spec.lifecycle',
      'spec.parameters.properties.dependency',
      'spec.prompt',
    ]);
  });
});

describe('relations', () => {
  async function relationsOf(entity: Entity) {
    const results: CatalogProcessorResult[] = [];
    await processor.postProcessEntity(entity, {}, result =>
      results.push(result),
    );
    return results;
  }

  it('tie a template to its owner, both ways', async () => {
    const self = {
      kind: 'AgentTaskTemplate',
      namespace: 'default',
      name: 'dependency-bump',
    };
    const owner = { kind: 'group', namespace: 'default', name: 'platform' };
    expect(await relationsOf(template())).toEqual([
      {
        type: 'relation',
        relation: { source: self, type: 'ownedBy', target: owner },
      },
      {
        type: 'relation',
        relation: { source: owner, type: 'ownerOf', target: self },
      },
    ]);
  });
});

describe('what is not a template', () => {
  const component: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api' },
    spec: { type: 'service', owner: 'payments' },
  };

  it('is left to other processors', async () => {
    const emit = jest.fn();
    await expect(processor.validateEntityKind(component)).resolves.toBe(false);
    await expect(
      processor.postProcessEntity(component, {}, emit),
    ).resolves.toBe(component);
    expect(emit).not.toHaveBeenCalled();
  });
});
