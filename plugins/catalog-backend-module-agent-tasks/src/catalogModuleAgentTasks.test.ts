import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import request from 'supertest';
import catalogModuleAgentTasks from '.';

const examples = resolve(__dirname, '../../../examples/agent-task-templates');

const broken = `
apiVersion: agent-tasks.backstage.io/v1alpha1
kind: AgentTaskTemplate
metadata: { name: broken }
spec:
  owner: group:default/platform
  type: dependency-bump
  version: one
  lifecycle: production
  parameters: { type: object }
  prompt: 'Upgrade {{ parameters.dependency }}.'
`;

describe('a catalog with this module', () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-task-templates-'));
  const failures: { entity: Entity; message: string }[] = [];
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  /** Asks until the catalog has processed so far; the time limit is the test's own. */
  async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) {
        return answer;
      }
      await setTimeout(50);
    }
  }

  async function entity(path: string): Promise<Entity | undefined> {
    const { status, body } = await request(backend.server).get(
      `/api/catalog/entities/by-name/${path}`,
    );
    return status === 200 ? body : undefined;
  }

  beforeAll(async () => {
    writeFileSync(join(directory, 'broken.yaml'), broken);
    const listenToFailures = createBackendModule({
      pluginId: 'catalog',
      moduleId: 'listen-to-failures',
      register(env) {
        env.registerInit({
          deps: { catalog: catalogProcessingExtensionPoint },
          async init({ catalog }) {
            catalog.setOnProcessingErrorHandler(
              ({ unprocessedEntity, errors }) => {
                failures.push({
                  entity: unprocessedEntity,
                  message: errors.map(String).join('; '),
                });
              },
            );
          },
        });
      },
    });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleAgentTasks,
        listenToFailures,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [{ allow: ['Group'] }],
              locations: [
                {
                  type: 'file',
                  target: resolve(examples, '../org.yaml'),
                  rules: [{ allow: ['Group', 'User'] }],
                },
                ...[examples, directory].map(folder => ({
                  type: 'file',
                  target: join(folder, '*.yaml'),
                  rules: [{ allow: ['AgentTaskTemplate'] }],
                })),
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    rmSync(directory, { recursive: true });
  });

  it('serves a template as its author wrote it, owned by its owner', async () => {
    const template = await eventually(() =>
      entity('agenttasktemplate/default/dependency-bump'),
    );
    expect(template.spec).toMatchObject({
      version: '1.2.0',
      parameters: { required: ['dependency', 'version'] },
    });
    expect(template.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/platform' },
    ]);
  });

  it('names every example template on the page of its owner', async () => {
    const owned = await eventually(async () => {
      const group = await entity('group/default/platform');
      const templates = group?.relations?.filter(
        ({ type, targetRef }) =>
          type === 'ownerOf' && targetRef.startsWith('agenttasktemplate:'),
      );
      return templates?.length === 5 ? templates : undefined;
    });
    expect(owned).toContainEqual({
      type: 'ownerOf',
      targetRef: 'agenttasktemplate:default/release-notes',
    });
  });

  it('does not take a broken template from its location, and says why', async () => {
    const failure = await eventually(async () =>
      failures.find(({ entity: { metadata } }) => metadata.name === 'broken'),
    );
    expect(failure.message).toContain(
      'spec.version: must be a semantic version such as 1.2.0; spec.prompt: must be',
    );
    expect(await entity('agenttasktemplate/default/broken')).toBeUndefined();
  });

  it('shows an author every violation before anything is registered', async () => {
    const { status, body } = await request(backend.server)
      .post('/api/catalog/validate-entity')
      .send({
        location: 'url:https://github.com/acme/templates/blob/main/broken.yaml',
        entity: {
          apiVersion: 'agent-tasks.backstage.io/v1alpha1',
          kind: 'AgentTaskTemplate',
          metadata: { name: 'broken' },
          spec: { owner: 'platform', lifecycle: 'production' },
        },
      });
    expect(status).toBe(400);
    const [{ message }] = body.errors;
    for (const field of ['owner', 'type', 'version', 'parameters', 'prompt']) {
      expect(message).toContain(`spec.${field}: must be`);
    }
  });
});
