import { randomUUID } from 'node:crypto';
import knexFactory, { Knex } from 'knex';
import { DatabaseTaskStore } from '../../store/DatabaseTaskStore';
import { exampleSeal } from '../../store/testing/exampleSeal';
import {
  migratedDatabase,
  storeDatabases,
} from '../../store/testing/storeDatabases';
import { dispatch } from '../loops/dispatch';
import { LoopWork } from '../loops/Loop';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const databases = storeDatabases();

const REPLICAS = 20;
/** Few enough that the test takes seconds; by hand: `ROUNDS=10000`. */
const ROUNDS = Number(process.env.ROUNDS ?? 60);

jest.setTimeout(60_000 + ROUNDS * 1_000);

describe('replicas on PostgreSQL, each with a connection of its own', () => {
  let engine: EngineHarness;
  let knex: Knex;
  let replicas: LoopWork[];

  beforeAll(async () => {
    const database = await migratedDatabase(databases, 'POSTGRES_18');
    const { client, connection } = database.client.config;
    knex = knexFactory({
      ...{ client, connection },
      pool: { min: REPLICAS, max: REPLICAS },
    });
    engine = await engineHarness(database);
    replicas = Array.from({ length: REPLICAS }, (_, number) =>
      dispatch(
        {
          ...engine.parts,
          settings: { ...engine.parts.settings, paceMs: 0 },
          store: new DatabaseTaskStore(knex, exampleSeal, randomUUID),
          replica: `replica-${number}`,
        },
        () => {},
      ),
    );
  });
  afterAll(async () => {
    await engine?.close();
    await knex?.destroy();
  });

  it(`row 10: ${REPLICAS} replicas race for one row in ${ROUNDS} rounds, and send one POST each`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      await knex('task').delete();
      const id = await engine.submit();
      await engine.run('preflight');
      await Promise.all(
        replicas.map(work => work.pass(new AbortController().signal)),
      );
      await Promise.all(replicas.map(work => work.drain?.()));
      const { phase, attempts, marker } = await engine.task(id);
      expect({ phase, attempts }).toEqual({ phase: 'tracking', attempts: 1 });
      expect(engine.provider.startsOf(marker ?? '')).toHaveLength(1);
      expect(engine.provider.calls.start).toBe(round);
    }
  });
});
