import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import agentTasksPlugin from '@agent-tasks/backstage-plugin-agent-tasks-backend';
import agentTasksGitHub from '@agent-tasks/backstage-plugin-agent-tasks-backend-module-github';
import {
  AgentTasksService,
  agentTasksServiceRef,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import catalogAgentTasks from '@agent-tasks/backstage-plugin-catalog-backend-module-agent-tasks';
import { noLimits, startSimulator } from '@agent-tasks/github-simulator';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import catalog from '@backstage/plugin-catalog-backend';
import templateKind from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import scaffolderGitHub from '@backstage/plugin-scaffolder-backend-module-github';
import request from 'supertest';
import moduleUnderTest from '..';
import { RunContext, RunInput } from '../RunContext';
import { authWithActors } from './authWithActors';
import { portalConfig } from './portalConfig';
import { runStepWith } from './runStep';

const token = 'token-of-the-portal';

/** What the routes of a portal answer, as far as a test reads it. */
export interface Answer {
  status: number;
  body: any;
}

/**
 * A portal with the example templates over a simulated GitHub, both with the parts that production
 * has. Ana is signed in.
 */
export async function startPortal() {
  const directory = mkdtempSync(join(tmpdir(), 'scaffolder-agent-tasks-'));
  const github = await startSimulator({
    world: {
      organizations: ['acme'],
      accounts: [
        { login: 'acme-agent', tokens: [token] },
        { login: 'ana', tokens: ['token-of-ana'] },
      ],
      repositories: [
        {
          owner: 'acme',
          name: 'payments-api',
          collaborators: { 'acme-agent': 'admin', ana: 'write' },
          files: { 'README.md': '# Payments\n' },
        },
      ],
    },
    port: 0,
    settings: { limits: noLimits, speed: 60, script: 'works' },
  });
  const { host } = new URL(github.url);
  const config = portalConfig({ directory, host, token });
  let agentTasks: AgentTasksService | undefined;
  const neighbour = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'neighbour',
    register: env =>
      env.registerInit({
        deps: { service: agentTasksServiceRef },
        init: async ({ service }) => {
          agentTasks = service;
        },
      }),
  });
  const backend = await startTestBackend({
    features: [
      agentTasksPlugin,
      agentTasksGitHub,
      catalog,
      catalogAgentTasks,
      templateKind,
      scaffolder,
      scaffolderGitHub,
      moduleUnderTest,
      authWithActors,
      neighbour,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  const parts = {
    agentTasks: agentTasks!,
    integrations: ScmIntegrations.fromConfig(new ConfigReader(config)),
  };

  async function ask(method: 'get' | 'post', path: string, body?: object) {
    const asked = request(backend.server)
      [method](`/api/${path}`)
      .set('Authorization', mockCredentials.user.header('user:default/ana'));
    const { status, body: answer }: Answer = await asked.send(body);
    return { status, body: answer };
  }

  /** Asks until the portal has come so far; the time limit is the test's own. */
  async function eventually(
    path: string,
    isSo: (answer: Answer) => boolean,
  ): Promise<Answer> {
    for (;;) {
      const answer = await ask('get', path);
      if (isSo(answer)) return answer;
      await setTimeout(50);
    }
  }

  return {
    github,
    host,
    ask,
    eventually,
    /** Runs the example template to its end; says how it ended, and what it logged. */
    async scaffold(name: string) {
      const { body: run } = await ask('post', 'scaffolder/v2/tasks', {
        templateRef: 'template:default/new-service',
        values: valuesOf(name),
      });
      const path = `scaffolder/v2/tasks/${run.id}`;
      const { body } = await eventually(
        path,
        answer => !['open', 'processing'].includes(answer.body.status),
      );
      const { body: events } = await ask('get', `${path}/events`);
      const [end] = events.filter((event: any) => event.type === 'completion');
      return {
        id: run.id,
        status: body.status,
        failure: end?.body.error?.message ?? null,
        links: end?.body.output?.links ?? [],
      };
    },
    /** Runs the action alone, on a repository that is there. */
    step: (input: Partial<RunInput>, context: Partial<RunContext> = {}) =>
      runStepWith(
        parts,
        { repoUrl: `${host}?owner=acme&repo=payments-api`, ...input },
        context,
      ),
    tasksOf: async (entityRef: string) => {
      const path = `agent-tasks/v1/tasks?entityRef=${entityRef}`;
      return (await ask('get', path)).body.items;
    },
    async close() {
      await backend.stop();
      await github.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What a person fills in. */
export function valuesOf(name: string) {
  return {
    name,
    owner: 'group:default/payments',
    description: 'Tells the storefront how many of a product are in stock.',
    firstEndpoint: 'GET /stock/{sku}',
  };
}
