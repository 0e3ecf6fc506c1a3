import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import { exampleEvent } from '../../../domain/testing/exampleEvent';
import { TaskEvent, TaskEventType } from '../../../domain/task/taskEvent';
import { applyEvent } from '../../applyEvent';
import { AgentTasksConfig } from '../../../config/AgentTasksConfig';
import { ConfiguredRules } from '../../../config/ConfiguredRules';
import { readAgentTasksConfig } from '../../../config/readAgentTasksConfig';
import { CatalogDirectory } from '../../../outside/catalog/CatalogDirectory';
import { CatalogPeople } from '../../../outside/catalog/CatalogPeople';
import { HmacRecordSeal } from '../../../outside/keys/HmacRecordSeal';
import { KeyedBoundaries } from '../../../outside/keys/KeyedBoundaries';
import { CatalogTemplates } from '../../../outside/templates/CatalogTemplates';
import {
  component,
  group,
  user,
} from '../../../outside/testing/exampleCatalog';
import { template, TRUSTED } from '../../../outside/testing/exampleTemplate';
import { DatabaseTaskQueries } from '../../../store/DatabaseTaskQueries';
import { DatabaseTaskStore } from '../../../store/DatabaseTaskStore';
import { SubmissionAsk } from '../SubmissionAsk';
import { TaskCaller } from '../SubmissionParts';
import { Submissions } from '../Submissions';

const MIGRATIONS = resolvePackagePath(
  '@agent-tasks/backstage-plugin-agent-tasks-backend',
  'migrations',
);

export const ana: TaskCaller = {
  ref: 'user:default/ana',
  type: 'user',
  via: 'portal',
  plugin: null,
  isPerson: true,
};

/** An agent that acts for Ana. */
export const agent: TaskCaller = {
  ...ana,
  via: 'action',
  plugin: 'plugin:mcp-actions',
  isPerson: false,
};

export const scaffolder: TaskCaller = {
  ...ana,
  via: 'scaffolder',
  plugin: 'plugin:scaffolder',
  isPerson: false,
};

export const lodash: CreateTaskRequest = {
  template: 'agenttasktemplate:default/dependency-bump',
  entityRef: 'component:default/payments-api',
  parameters: { dependency: 'lodash' },
};

const policy = {
  id: 'services',
  version: 3,
  identity: 'portal',
  match: { kinds: ['Component'], organizations: ['acme'] },
};

/** A configuration with one policy, unless told otherwise. */
export function configOf(
  over: { policy?: JsonObject; agentTasks?: JsonObject } = {},
): AgentTasksConfig {
  const agentTasks = {
    operators: ['group:default/platform'],
    templates: { trusted: [TRUSTED] },
    identities: [
      { id: 'portal', type: 'token', token: 'x', organizations: ['acme'] },
    ],
    policies: [{ ...policy, ...over.policy }],
    ...over.agentTasks,
  };
  return readAgentTasksConfig(
    mockServices.rootConfig({ data: { agentTasks } }),
    {
      isProduction: false,
    },
  );
}

export const world: Entity[] = [
  user('ana', ['payments']),
  user('bo', ['platform']),
  group('payments', { members: ['ana'] }),
  group('platform', { members: ['bo'] }),
  component('payments-api', {
    owners: ['group:default/payments'],
    title: 'Payments API',
  }),
  component('library', { type: 'library' }),
  component('nowhere', { slug: null }),
  component('foreign', { slug: 'mallory/foreign' }),
  template(),
  template({ lifecycle: 'retired' }, { name: 'retired' }),
  template({}, { name: 'untrusted', location: 'url:https://github.com/x/y' }),
  template({ prompt: '{{ nothing }}' }, { name: 'broken' }),
  template({ prompt: '{{ entity.description }}' }, { name: 'chatty' }),
  template({ approval: 'required' }, { name: 'careful' }),
];

/** The real submissions over the real store on SQLite, with a catalog and a configuration. */
export interface SubmissionHarness {
  submissions: Submissions;
  store: DatabaseTaskStore;
  queries: DatabaseTaskQueries;
  knex: Knex;
  woken: () => number;
  ask(over?: {
    body?: Partial<CreateTaskRequest>;
    caller?: TaskCaller;
  }): SubmissionAsk;
  /** What the engine would do to a task. */
  happen(taskId: string, ...told: (TaskEventType | TaskEvent)[]): Promise<void>;
  /** Rows by table, for promises that nothing was stored. */
  rows(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export async function submissionHarness(
  over: { config?: AgentTasksConfig; entities?: Entity[] } = {},
): Promise<SubmissionHarness> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await knex.migrate.latest({ directory: MIGRATIONS });
  let lastId = 0;
  let woken = 0;
  const newId = () => {
    lastId += 1;
    return `id-${lastId}`;
  };
  const config = over.config ?? configOf();
  const store = new DatabaseTaskStore(
    knex,
    new HmacRecordSeal(['k'.repeat(32)]),
    newId,
  );
  const queries = new DatabaseTaskQueries(knex);
  const logger = mockServices.logger.mock();
  const directory = new CatalogDirectory({
    catalog: catalogServiceMock({ entities: over.entities ?? world }),
    credentials: async () => mockCredentials.service(),
  });
  const provider = {
    id: 'github-copilot',
    repositoryOf: ({ metadata }: Entity) => {
      const slug = metadata.annotations?.['github.com/project-slug'];
      return slug ? { host: 'github.com', slug } : undefined;
    },
    loginOf: () => undefined,
  };
  const providers = new Map([[provider.id, provider]]);
  const meter = {
    changed: () => {},
    observation: () => {},
    dropped: () => {},
    startVerdict: () => {},
    providerRequest: () => {},
    alarm: () => {},
  };
  const submissions = new Submissions({
    store,
    queries,
    providers,
    directory,
    templates: new CatalogTemplates(config.trustedLocations, logger),
    boundaries: new KeyedBoundaries(
      async () => (await store.installation()).id,
    ),
    people: new CatalogPeople({
      directory,
      providers,
      logger,
      operators: config.operators,
      fallback: config.fallback,
      largestGroup: config.largestGroup,
      identityOwners: new Map(),
      approvers: new Map(),
    }),
    rules: new ConfiguredRules(config, provider.id),
    meter,
    settings: config,
    newId,
    wake: () => {
      woken += 1;
    },
  });
  return {
    submissions,
    store,
    queries,
    knex,
    woken: () => woken,
    ask: ({ body, caller } = {}) => ({
      body: { ...lodash, ...body },
      caller: caller ?? ana,
      directory,
      requestId: 'request-1',
    }),
    async happen(taskId, ...types) {
      for (const told of types) {
        await applyEvent({ store, meter }, taskId, (task, now) =>
          typeof told === 'string' ? exampleEvent(told, task, now) : told,
        );
      }
    },
    async rows() {
      const tables = [
        'task',
        'task_text',
        'task_event',
        'effect',
        'idempotency',
      ];
      const counts = await Promise.all(
        tables.map(async table => [table, (await knex(table)).length]),
      );
      return Object.fromEntries(counts);
    },
    close: () => knex.destroy(),
  };
}
