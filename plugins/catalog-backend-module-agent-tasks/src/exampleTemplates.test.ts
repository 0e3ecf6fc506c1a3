import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AgentTaskTemplateSpec } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Entity } from '@backstage/catalog-model';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import Ajv from 'ajv';
import { Liquid } from 'liquidjs';
import { templateViolations } from './templateViolations';

const directory = resolve(__dirname, '../../../examples/agent-task-templates');

function entitiesIn(file: string): Entity[] {
  const target = resolve(directory, file);
  const results = parseEntityYaml(readFileSync(target), {
    type: 'file',
    target,
  });
  return Array.from(results, result => {
    if (result.type !== 'entity') {
      throw new Error(`${file} holds something else than entities`);
    }
    return result.entity;
  });
}

const files = readdirSync(directory);

it('there is an example for each of the five everyday asks', () => {
  expect(files).toEqual([
    'dependency-bump.yaml',
    'migration-proposal.yaml',
    'new-service-bootstrap.yaml',
    'release-notes.yaml',
    'test-modernization.yaml',
  ]);
});

describe.each(files)('%s', file => {
  const [template, ...others] = entitiesIn(file);
  const spec = template.spec as AgentTaskTemplateSpec;
  const properties = spec.parameters.properties ?? {};

  it('holds one valid template, named like the file and introduced to people', () => {
    expect(others).toEqual([]);
    expect(templateViolations(template)).toEqual([]);
    expect(`${template.metadata.name}.yaml`).toBe(basename(file));
    expect(template.metadata.title).toBeTruthy();
    expect(template.metadata.description).toBeTruthy();
  });

  it('says what a reviewer of a template looks for', () => {
    expect(spec).toMatchObject({
      owner: 'group:default/platform',
      lifecycle: 'production',
      appliesTo: { kind: 'Component' },
      scope: { files: expect.anything(), commands: expect.anything() },
      stop: expect.anything(),
      success: expect.anything(),
      evidence: expect.anything(),
      routing: { escalateTo: expect.anything() },
      rollback: expect.anything(),
      estimate: { credits: expect.any(Number), minutes: expect.any(Number) },
    });
  });

  it.each(Object.entries(properties))(
    'asks for %s with a title, a description and a limit, and takes its own default',
    (_name, property) => {
      expect(property).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
      });
      expect(property.maxLength ?? property.oneOf).toBeDefined();
      const takes = new Ajv({ strict: false }).compile(property);
      expect('default' in property ? takes(property.default) : true).toBe(true);
    },
  );

  it('renders for somebody who fills in no more than is required', () => {
    const required = spec.parameters.required ?? [];
    const parameters = Object.fromEntries(
      required.map(name => [name, properties[name].default ?? `‹${name}›`]),
    );
    const prompt = render(spec.prompt, {
      parameters,
      repository: { slug: 'acme/payments-api' },
      context: {},
    });
    expect(prompt).toContain('acme/payments-api');
    for (const name of required.filter(key => !properties[key].oneOf)) {
      expect(prompt).toContain(parameters[name]);
    }
    expect(prompt).not.toMatch(/\n\s*\n\s*\n/);
  });

  it('uses every parameter and every fact that it asks for', () => {
    const parameters = Object.fromEntries(
      Object.keys(properties).map(name => [name, `‹${name}›`]),
    );
    const context = Object.fromEntries(
      (spec.context ?? []).map(name => [name, `‹${name}›`]),
    );
    const values = [...Object.values(parameters), ...Object.values(context)];
    const prompt = render(spec.prompt, {
      parameters,
      repository: { slug: 'acme/payments-api' },
      context,
    });
    const unused = values.filter(value => !prompt.includes(value));
    const choices = Object.keys(properties)
      .filter(name => properties[name].oneOf)
      .map(name => `‹${name}›`);
    expect(unused).toEqual(choices);
  });
});

function render(prompt: string, scope: JsonObject): string {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
  });
  return liquid.parseAndRenderSync(prompt, scope);
}
