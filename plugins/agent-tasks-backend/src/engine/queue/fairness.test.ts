import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { exampleProviderTask } from '../../domain/testing/exampleData';
import { Task } from '../../domain/task/task';
import { TaskAsk } from '../../domain/task/taskAsk';
import { DatabaseTaskStore } from '../../store/DatabaseTaskStore';
import { exampleSeal } from '../../store/testing/exampleSeal';
import {
  emptyTables,
  migratedDatabase,
  storeDatabases,
} from '../../store/testing/storeDatabases';
import { dispatch } from '../loops/dispatch';
import { LoopWork } from '../loops/Loop';
import { byProvider } from '../systemActor';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const databases = storeDatabases();

describe.each(databases.eachSupportedId())('the queue on %s', id => {
  let knex: Knex;
  let engine: EngineHarness;
  /** Dispatch of this replica, and of another one. */
  let replicas: LoopWork[];

  beforeAll(async () => {
    knex = await migratedDatabase(databases, id);
  });
  beforeEach(async () => {
    await emptyTables(knex);
    engine = await engineHarness(knex);
    // Every name is another repository, so that no task waits for another's flight.
    engine.provider.repository = async where => {
      const name = 'id' in where ? where.id : where.slug;
      const value = { id: name, host: 'github.com', slug: name, url: '' };
      return {
        ok: true,
        value: { ...value, defaultBranch: 'main', archived: false },
      };
    };
    replicas = ['replica-1', 'replica-2'].map(replica =>
      dispatch(
        {
          ...engine.parts,
          store: new DatabaseTaskStore(knex, exampleSeal, randomUUID),
          replica,
        },
        () => {},
      ),
    );
  });

  function submit(slug: string, over: Partial<TaskAsk> = {}): Promise<string> {
    const url = `https://github.com/${slug}`;
    const repository = { host: 'github.com', slug, url, id: null };
    return engine.submit({ repository, ...over });
  }

  /** Both decide at once, again and again, until neither starts anything more. */
  async function dispatchAll(): Promise<void> {
    for (let idle = 0; idle < 3; ) {
      const started = await Promise.all(
        replicas.map(work => work.pass(new AbortController().signal)),
      );
      await Promise.all(replicas.map(work => work.drain?.()));
      idle = started.some(Boolean) ? 0 : idle + 1;
    }
  }

  const tasksOf = (ids: string[]): Promise<Task[]> =>
    Promise.all(ids.map(taskId => engine.task(taskId)));
  const atWork = () =>
    engine.provider.tasks.filter(({ state }) => state === 'in_progress');

  it('row 10: 50 parallel submits against room for 10: exactly 10 start, 40 say why they wait, all run in the end', async () => {
    engine.limits.organization = 10;
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, n) => submit(`acme/service-${n}`)),
    );
    await engine.run('preflight', 'preflight', 'preflight');
    await dispatchAll();

    expect(engine.provider.calls.start).toBe(10);
    const tasks = await tasksOf(ids);
    expect(tasks.filter(({ phase }) => phase === 'tracking')).toHaveLength(10);
    const waiting = tasks.filter(({ phase }) => phase === 'queued');
    expect(waiting.map(({ held }) => held)).toEqual(
      Array.from({ length: 40 }, () =>
        expect.objectContaining({
          reason: 'organization_limit',
          ref: 'acme',
          used: 10,
          limit: 10,
        }),
      ),
    );

    const { provider } = engine;
    for (let round = 1; round < 5; round++) {
      atWork().forEach(task => provider.move(task.id, 'completed'));
      await engine.pass(MINUTE);
      await engine.run('sweep', 'read');
      await dispatchAll();
      await engine.run('preflight', 'preflight', 'preflight');
      await dispatchAll();
      expect(atWork()).toHaveLength(10);
    }
    expect(engine.provider.calls.start).toBe(50);
    const markers = (await tasksOf(ids)).map(({ marker }) => marker ?? '');
    expect(
      markers.filter(marker => engine.provider.startsOf(marker).length !== 1),
    ).toEqual([]);
  });

  it("one person's 500 tasks delay another team's single task by at most one turn", async () => {
    engine.limits.organization = 5;
    const mass = await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        submit(`acme/mass-${n}`, { fairKey: 'group:default/payments' }),
      ),
    );
    await engine.run('preflight');
    await dispatchAll();
    expect(atWork()).toHaveLength(5);

    const click = await submit('acme/click', { fairKey: 'group:default/web' });
    const before = engine.provider.tasks.length;
    for (let turn = 0; turn < 3; turn++) {
      await engine.run('preflight');
      await endOne(mass);
      await dispatchAll();
    }
    const markers = await tasksOf([click]);
    const started = engine.provider.tasks.slice(before);
    const place = started.findIndex(({ sessions }) =>
      sessions?.[0]?.prompt?.includes(markers[0].marker ?? 'none'),
    );
    expect(started).toHaveLength(3);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThanOrEqual(1);
  });

  /** A read says that one of the running tasks has ended, which makes room. */
  async function endOne(ids: string[]): Promise<void> {
    const [running] = atWork();
    engine.provider.move(running.id, 'completed');
    const tasks = await tasksOf(ids);
    const task = tasks.find(item => item.providerTaskId === running.id);
    if (!task) throw new Error('Nothing of ours is running');
    const { now } = (await engine.store.load(task.id)) ?? { now: 0 };
    await engine.happens(task.id, {
      type: 'observed',
      ...byProvider,
      providerTask: exampleProviderTask({
        ...running,
        updatedAt: now + MINUTE,
      }),
      sentAt: now,
    });
  }
});
