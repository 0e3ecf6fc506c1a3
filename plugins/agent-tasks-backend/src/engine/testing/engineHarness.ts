import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { Candidate } from '../../domain/admission/candidate';
import { exampleAsk } from '../../domain/testing/exampleData';
import { Task } from '../../domain/task/task';
import { TaskAsk } from '../../domain/task/taskAsk';
import { TaskEffect } from '../../domain/task/taskEffect';
import { TaskEvent } from '../../domain/task/taskEvent';
import { transition } from '../../domain/task/transition';
import { DatabaseTaskArchive } from '../../store/DatabaseTaskArchive';
import { DatabaseTaskStore } from '../../store/DatabaseTaskStore';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { DEFAULT_ENGINE_SETTINGS } from '../EngineSettings';
import { DEFAULT_RETENTION } from '../Retention';
import { artifacts } from '../loops/artifacts';
import { dispatch } from '../loops/dispatch';
import { judge } from '../loops/judge';
import { LoopWork } from '../loops/Loop';
import { perform } from '../loops/perform';
import { preflight } from '../loops/preflight';
import { read } from '../loops/read';
import { remind } from '../loops/remind';
import { resolve } from '../loops/resolve';
import { sweep } from '../loops/sweep';
import { LookBack } from '../restore/LookBack';
import { RecordAnchor } from '../../store/TaskArchive';
import { byEngine } from '../systemActor';
import { FakeProvider } from './FakeProvider';

const MIGRATIONS = resolvePackagePath(
  '@agent-tasks/backstage-plugin-agent-tasks-backend',
  'migrations',
);

/** The real engine over the real store on SQLite, a fake provider, and time that tests move. */
export interface EngineHarness {
  provider: FakeProvider;
  parts: EngineParts;
  store: DatabaseTaskStore;
  told: TaskEffect[];
  anchored: RecordAnchor[];
  /** Waits for a yes where the policy in it asks for one. */
  submit(over?: Partial<TaskAsk>): Promise<string>;
  /** One pass of each named loop, in order. */
  run(...loops: (keyof typeof LOOPS)[]): Promise<void>;
  task(id: string): Promise<Task>;
  happens(id: string, event: TaskEvent): Promise<void>;
  /** Lets time pass for everything that is stored, here and at the provider. */
  pass(ms: number): Promise<void>;
  /** Moves the clocks that guard leases in this process. */
  stall(ms: number): void;
  /** As if the machine had been suspended: one of its clocks stood still. */
  suspend(ms: number): void;
  limits: Candidate['limits'];
  close(): Promise<void>;
}

const nothing = () => {};

const LOOPS = {
  preflight: (parts: EngineParts) => preflight(parts, nothing),
  dispatch: (parts: EngineParts) => dispatch(parts, nothing),
  resolve,
  sweep: (parts: EngineParts) => sweep(parts, nothing),
  read,
  artifacts,
  judge,
  remind,
  perform,
} satisfies Record<string, (parts: EngineParts) => LoopWork>;

/** Over a database of its own in memory, unless one with the plugin's tables is given. */
export async function engineHarness(database?: Knex): Promise<EngineHarness> {
  const knex = database ?? (await memoryDatabase());
  let lastId = 0;
  const newId = () => {
    lastId += 1;
    return `id-${lastId}`;
  };
  const store = new DatabaseTaskStore(
    knex,
    {
      seal: ({ previous, seq, payload }) => ({
        salt: 'salt',
        payloadDigest: String(payload.length),
        mac: `${previous ?? ''}${seq}`.slice(-60),
      }),
    },
    newId,
  );
  const provider = new FakeProvider();
  const told: TaskEffect[] = [];
  const anchored: RecordAnchor[] = [];
  const limits: Candidate['limits'] = {};
  let stalledMs = 0;
  let suspendedMs = 0;
  const tell = async (_task: Task, effect: TaskEffect) => {
    told.push(effect);
  };
  const parts: EngineParts = {
    store,
    archive: new DatabaseTaskArchive(knex),
    anchors: { tell: async anchor => void anchored.push(anchor) },
    retention: DEFAULT_RETENTION,
    providers: new Map([[provider.id, provider]]),
    credentials: {
      credential: async ({ identityId, host }) => ({
        kind: 'ready',
        credential: { identityId, host, token: 'token' },
      }),
      refused: async () => {},
    },
    people: {
      of: async task => task.people,
      isEntityBound: async () => true,
      isRequesterKnown: async () => true,
      loginOf: async () => 'ana',
    },
    rules: {
      candidate: task => ({
        task,
        identityKey: task.identity.id,
        windows: [],
        limits,
      }),
      drift: () => ({ kind: 'same' }),
      allowedModels: () => null,
      reviewCapacity: () => undefined,
      exemptOwners: () => [],
      identities: () => [
        { id: 'portal', host: 'github.com', provider: provider.id },
      ],
    },
    markers: { marker: async taskId => `at1_${taskId}_aaaaaaaa` },
    messengers: {
      publish: tell,
      signal: tell,
      notify: tell,
      markHandled: tell,
      taskUrl: taskId => `https://portal.example/agent-tasks/tasks/${taskId}`,
    },
    meter: {
      changed: nothing,
      observation: nothing,
      dropped: nothing,
      startVerdict: nothing,
      providerRequest: nothing,
      alarm: nothing,
    },
    logger: mockServices.logger.mock(),
    settings: { ...DEFAULT_ENGINE_SETTINGS, paceMs: 0 },
    ownership: { isOurs: async () => true },
    lookBack: hasLookedBack(),
    replica: 'replica-1',
    monotonic: () => performance.now() + stalledMs,
    wallClock: () => Date.now() + stalledMs + suspendedMs,
    random: () => 0.5,
  };
  const works = new Map<keyof typeof LOOPS, LoopWork>();
  const task = async (id: string) => (await store.load(id))!.task;
  return {
    provider,
    parts,
    store,
    told,
    anchored,
    limits,
    task,
    async submit(over = {}) {
      const id = newId();
      const now = await store.now();
      const next = transition(
        null,
        {
          type:
            over.policy?.result === 'ask'
              ? 'submittedForApproval'
              : 'submitted',
          ...byEngine,
          ask: exampleAsk({ id, baseRef: 'default', ...over }),
        },
        now,
      );
      if (next.kind !== 'changed')
        throw new Error(`Not submitted: ${next.kind}`);
      await store.submit({
        task: next.task,
        texts: { prompt: `Work on ${id}.`, parameters: {} },
        history: next.history,
        effects: next.effects,
        idempotency: null,
        duplicateKey: id,
        refuseDuplicate: false,
        maxWaiting: 1_000,
      });
      return id;
    },
    async run(...loops) {
      for (const name of loops) {
        if (!works.has(name)) works.set(name, LOOPS[name](parts));
        const work = works.get(name)!;
        await work.pass(new AbortController().signal);
        await work.drain?.();
      }
    },
    async happens(id, event) {
      const applied = await applyEvent(parts, id, () => event);
      if (applied.kind === 'refused') throw new Error(applied.reason);
    },
    async pass(ms) {
      await makeOlder(knex, ms);
      // To the store time has passed; to this process the database would seem to be an older one.
      parts.lookBack = hasLookedBack();
      provider.tasks.forEach(item => Object.assign(item, olderValue(item, ms)));
    },
    stall: ms => {
      stalledMs += ms;
    },
    suspend: ms => {
      suspendedMs += ms;
    },
    close: () => (database ? Promise.resolve() : knex.destroy()),
  };
}

async function memoryDatabase(): Promise<Knex> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await knex.migrate.latest({ directory: MIGRATIONS });
  return knex;
}

function hasLookedBack(): LookBack {
  const lookBack = new LookBack();
  lookBack.done('portal', 'live');
  lookBack.done('portal', 'archived');
  return lookBack;
}

/** Tables whose rows grow older, and by which columns a row is found again. */
const TIMED_TABLES: Readonly<Record<string, readonly string[]>> = {
  task: ['id'],
  effect: ['id'],
  identity: ['id'],
  freeze: ['id'],
  breaker: ['scope_kind', 'scope_ref'],
  breaker_fact: ['task_id', 'scope_kind', 'kind', 'scope_ref'],
};

/** Takes the same time off everything stored: to the store it looks as if time had passed. */
async function makeOlder(knex: Knex, ms: number): Promise<void> {
  for (const [table, keys] of Object.entries(TIMED_TABLES)) {
    for (const row of await knex(table)) {
      const { document, ...columns } = row;
      const older = Object.fromEntries(
        Object.entries(columns).map(([name, value]) => [
          name,
          olderValue(value, ms),
        ]),
      );
      await knex(table)
        .where(Object.fromEntries(keys.map(key => [key, row[key]])))
        .update({
          ...older,
          ...(document
            ? { document: JSON.stringify(olderValue(JSON.parse(document), ms)) }
            : {}),
        });
    }
  }
}

const SMALLEST_TIME = Date.UTC(2020, 0, 1);

function olderValue(value: unknown, ms: number): unknown {
  if (typeof value === 'number') {
    return value > SMALLEST_TIME ? value - ms : value;
  }
  // PostgreSQL's way to give a bigint.
  if (typeof value === 'string' && /^\d{13}$/.test(value)) {
    return String(Number(value) - ms);
  }
  if (Array.isArray(value)) return value.map(item => olderValue(item, ms));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, olderValue(item, ms)]),
  );
}
