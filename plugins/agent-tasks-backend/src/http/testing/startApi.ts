import {
  CreateTaskRequest,
  Task as ApiTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { agentProviderExtensionPoint } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import {
  BackendFeature,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import request from 'supertest';
import { exampleEvent } from '../../domain/testing/exampleEvent';
import { Task } from '../../domain/task/task';
import { TaskEvent, TaskEventType } from '../../domain/task/taskEvent';
import { AgentTasksEngine } from '../../engine/AgentTasksEngine';
import { applyEvent } from '../../engine/applyEvent';
import { FakeProvider } from '../../engine/testing/FakeProvider';
import { HmacRecordSeal } from '../../outside/keys/HmacRecordSeal';
import { agentTasksPlugin } from '../../plugin';
import { DatabaseTaskStore } from '../../store/DatabaseTaskStore';
import { installationOf } from '../../store/openDatabase';
import { answerFaults } from './answerCheck';
import { exampleConfig } from './exampleConfig';
import { exampleWorld } from './exampleWorld';

const MIGRATIONS = resolvePackagePath(
  '@agent-tasks/backstage-plugin-agent-tasks-backend',
  'migrations',
);

const TABLES = [
  'task',
  'task_text',
  'task_owner',
  'task_route',
  'task_event',
  'task_event_payload',
  'effect',
  'idempotency',
  'template_version',
  'freeze',
];

/** Longer than the machine looks for a start before it gives up. */
const LOOKING_MS = 10 * 60_000;

/** A value of the header `Authorization`, or none. */
export type Who = string | null;

export const as = (name: string): Who =>
  mockCredentials.user.header(`user:default/${name}`);

export const ana = as('ana');
export const bo = as('bo');
export const chidi = as('chidi');
export const emre = as('emre');
export const service: Who = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:reports'),
  targetPluginId: 'agent-tasks',
});

/** Ana, through a program that acts for her. */
export const through = (plugin: string): Who =>
  `Bearer ${mockCredentials.user.token('user:default/ana', {
    actor: { subject: plugin },
  })}`;

export interface Sent {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Behind `/api/agent-tasks`. */
  path: string;
  who?: Who;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  body: any;
  headers: Record<string, string>;
  text: string;
}

export const lodash: CreateTaskRequest = {
  template: 'agenttasktemplate:default/dependency-bump',
  entityRef: 'component:default/payments-api',
  parameters: { dependency: 'lodash' },
};

/** The whole plugin behind HTTP, over SQLite and a fake provider; its loops stand still. */
export interface Api {
  provider: FakeProvider;
  knex: Knex;
  /** The auditor's events since the last look, each with how it was closed. */
  audits(): { eventId: string; closed: string[] }[];
  logged: () => string;
  /** Sends a request; fails unless the answer is one that the OpenAPI document promises. */
  send(sent: Sent): Promise<Answered>;
  /** Calls a tool as a tool server does, for Ana through it unless told otherwise. */
  invoke(tool: string, input: object, who?: Who): Promise<Answered>;
  port(): number;
  /** A new task like no other, asked for by Ana unless told otherwise. */
  create(body?: Partial<CreateTaskRequest>, who?: Who): Promise<ApiTask>;
  /** What the engine would do to a task. */
  happen(id: string, ...events: (TaskEventType | TaskEvent)[]): Promise<Task>;
  stored(id: string): Promise<Task>;
  /** A task whose start is unclear, and the machine has given up looking. */
  quarantined(body?: Partial<CreateTaskRequest>): Promise<ApiTask>;
  /** The same for a task that waits. */
  quarantine(id: string): Promise<void>;
  /** Rows by table, for promises that nothing was stored. */
  rows(): Promise<Record<string, number>>;
  /** The rows themselves. */
  everything(): Promise<Record<string, unknown[]>>;
  close(): Promise<void>;
}

export interface StartApiOptions {
  agentTasks?: JsonObject;
  entities?: Entity[];
  features?: BackendFeature[];
}

export async function startApi(options: StartApiOptions = {}): Promise<Api> {
  jest.spyOn(AgentTasksEngine.prototype, 'start').mockReturnValue();
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await knex.migrate.latest({ directory: MIGRATIONS });
  const provider = new FakeProvider();
  const auditor = mockServices.auditor.mock();
  let audits: ReturnType<Api['audits']> = [];
  auditor.createEvent.mockImplementation(async ({ eventId }) => {
    const closed: string[] = [];
    audits.push({ eventId, closed });
    return {
      success: async () => void closed.push('success'),
      fail: async () => void closed.push('fail'),
    };
  });
  const rootLogger = mockServices.rootLogger.mock();
  rootLogger.child.mockReturnValue(rootLogger);
  const backend = await startTestBackend({
    features: [
      agentTasksPlugin,
      createBackendModule({
        pluginId: 'agent-tasks',
        moduleId: 'fake',
        register: env =>
          env.registerInit({
            deps: { providers: agentProviderExtensionPoint },
            init: async ({ providers }) => providers.addProvider(provider),
          }),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          backend: {
            baseUrl: 'http://localhost',
            actions: { pluginSources: ['agent-tasks'] },
          },
          agentTasks: options.agentTasks ?? exampleConfig,
        },
      }),
      mockServices.database.factory({ knex }),
      auditor.factory,
      rootLogger.factory,
      catalogServiceMock.factory({
        entities: options.entities ?? exampleWorld,
      }),
      ...(options.features ?? []),
    ],
  });
  const { id: installation } = await installationOf(knex, () => 'never');
  const store = new DatabaseTaskStore(
    knex,
    new HmacRecordSeal([installation]),
    () => `effect-${Math.random()}`,
  );
  const meter = {
    changed: () => {},
    observation: () => {},
    dropped: () => {},
    startVerdict: () => {},
    providerRequest: () => {},
    alarm: () => {},
  };

  async function send(sent: Sent): Promise<Answered> {
    const { method, path, who = ana, body, headers = {} } = sent;
    const asked = request(backend.server)[method](`/api/agent-tasks${path}`);
    // The mock takes a request without the header for a signed-in user.
    asked.set('Authorization', who ?? mockCredentials.none.header());
    Object.entries(headers).forEach(([name, value]) => asked.set(name, value));
    if (body !== undefined) asked.send(body as object);
    const answered: Answered = await asked;
    const faults = answerFaults(method, path, answered);
    if (faults.length > 0) {
      throw new Error(
        `${method} ${path} broke its promise: ${faults.join(
          '; ',
        )}\n${answered.text.slice(0, 2_000)}`,
      );
    }
    return answered;
  }

  async function happen(
    id: string,
    ...told: (TaskEventType | TaskEvent)[]
  ): Promise<Task> {
    for (const one of told) {
      const applied = await applyEvent({ store, meter }, id, (task, now) =>
        typeof one === 'string' ? exampleEvent(one, task, now) : one,
      );
      if (applied.kind === 'refused') throw new Error(applied.reason);
    }
    return (await store.load(id))!.task;
  }

  // Each is another ask, so that none is taken for a duplicate of the one before.
  let created = 0;
  async function everything(): Promise<Record<string, unknown[]>> {
    const rows = await Promise.all(
      TABLES.map(async table => [table, await knex(table)]),
    );
    return Object.fromEntries(rows);
  }

  async function create(
    body: Partial<CreateTaskRequest> = {},
    who: Who = ana,
  ): Promise<ApiTask> {
    const {
      status,
      body: task,
      text,
    } = await send({
      method: 'post',
      path: '/v1/tasks',
      who,
      body: {
        ...lodash,
        parameters: { ...lodash.parameters, reason: `Reason ${++created}` },
        ...body,
      },
    });
    if (status !== 201) throw new Error(`Not created: ${text}`);
    return task;
  }

  async function quarantine(id: string): Promise<void> {
    await happen(id, 'preflighted', 'claimed', 'ambiguous');
    await happen(id, 'absent', 'absent', 'absent');
    const { document } = await knex('task').where({ id }).first();
    const { intentAt, ...rest } = JSON.parse(document);
    const older = { ...rest, intentAt: intentAt - LOOKING_MS };
    await knex('task')
      .where({ id })
      .update({ document: JSON.stringify(older) });
    await happen(id, 'gaveUp');
  }

  return {
    provider,
    knex,
    audits() {
      const seen = audits;
      audits = [];
      return seen;
    },
    logged: () =>
      JSON.stringify(
        (['debug', 'info', 'warn', 'error'] as const).map(
          level => rootLogger[level].mock.calls,
        ),
      ),
    send,
    port: () => backend.server.port(),
    invoke: async (tool, input, who = through('plugin:mcp-actions')) =>
      request(backend.server)
        .post(
          `/api/agent-tasks/.backstage/actions/v1/actions/agent-tasks:${tool}/invoke`,
        )
        .set('Authorization', who ?? mockCredentials.none.header())
        .send(input),
    happen,
    create,
    async quarantined(body) {
      const task = await create(body);
      await quarantine(task.id);
      return task;
    },
    quarantine,
    stored: async id => (await store.load(id))!.task,
    async rows() {
      const all = await everything();
      return Object.fromEntries(
        Object.entries(all).map(([table, { length }]) => [table, length]),
      );
    },
    everything,
    async close() {
      await backend.stop();
      await knex.destroy();
    },
  };
}
