import { randomUUID } from 'node:crypto';
import { FreezeScope } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Knex } from 'knex';
import { DatabaseTaskStore } from '../../store/DatabaseTaskStore';
import { exampleSeal } from '../../store/testing/exampleSeal';
import { exampleStored } from '../../store/testing/exampleStored';
import { seedTasks } from '../../store/testing/seedTasks';
import {
  migratedDatabase,
  storeDatabases,
} from '../../store/testing/storeDatabases';
import { EngineParts } from '../EngineParts';
import { decideAdmission } from '../start/decideAdmission';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const databases = storeDatabases();

/** Few enough that the test takes seconds; by hand: `FREEZES=1000`. */
const FREEZES = Number(process.env.FREEZES ?? 60);

jest.setTimeout(60_000 + FREEZES * 1_000);

const REPLICAS = 2;
const OWNERS = ['group:default/payments', 'group:default/web'];

/** What can be frozen here, so that half of what waits stays free to start. */
const SCOPES: [FreezeScope, string | null][] = [
  ['all', null],
  ['owner', OWNERS[0]],
  ['organization', 'acme'],
];

/**
 * The oracle sits in the database and looks at every claim as it commits, with the freezes that are
 * committed then: our own columns could not tell a claim that came a moment too late.
 */
const ORACLE = `
  create table claim_seen (task_id text, freezes int);
  create function see_claim() returns trigger language plpgsql volatile as $$
  begin
    insert into claim_seen select new.id, count(*) from "freeze"
      where thawed_at is null and (
        scope_kind = 'all'
        or (scope_kind = 'organization' and new.repository_slug like scope_ref || '/%')
        or (scope_kind = 'owner' and exists (
          select 1 from task_owner where task_id = new.id and owner_ref = scope_ref)));
    return null;
  end $$;
  create constraint trigger see_claim after update on task
    deferrable initially deferred for each row
    when (old.phase = 'queued' and new.phase = 'starting')
    execute function see_claim();`;

describe('freezes on PostgreSQL, while replicas claim as fast as they can', () => {
  let knex: Knex;
  let engine: EngineHarness;
  let replicas: EngineParts[];
  let isOver = false;
  /** Called with every claim that has committed. */
  let claimed: () => void = () => {};

  beforeAll(async () => {
    knex = await migratedDatabase(databases, 'POSTGRES_18');
    await knex.raw(ORACLE);
    engine = await engineHarness();
    replicas = Array.from({ length: REPLICAS }, (_, i) => ({
      ...engine.parts,
      store: new DatabaseTaskStore(knex, exampleSeal, randomUUID),
      replica: `replica-${i}`,
    }));
    await replicas[0].store.saveIdentity('portal', {});
  });
  afterAll(() => engine.close());

  /** Ready to start: each in a repository of its own, half of them of one team and organization. */
  async function load(round: number): Promise<void> {
    const now = await replicas[0].store.now();
    await knex('task').delete();
    await seedTasks(
      knex,
      Array.from({ length: 12 }, (_, i) => {
        const task = exampleStored(`${round}-${i}`, now);
        return {
          ...task,
          repository: {
            ...task.repository,
            slug: `${i % 2 ? 'acme' : 'globex'}/${i}`,
          },
          people: { ...task.people, owners: [OWNERS[i % 2 ? 0 : 1]] },
          marker: 'at1',
          preflightAt: now,
        };
      }),
    );
  }

  function nextClaim(): Promise<void> {
    return new Promise(resolve => {
      claimed = resolve;
    });
  }

  /** One replica's dispatch without the sending: what is claimed is claimed. */
  async function claims(parts: EngineParts): Promise<void> {
    while (!isOver) {
      const changed = await parts.store.admit(snapshot =>
        decideAdmission(parts, snapshot, 1),
      );
      if (changed?.some(({ phase }) => phase === 'starting')) claimed();
    }
  }

  const seen = async (): Promise<{ task_id: string; freezes: number }[]> =>
    knex('claim_seen').select();

  it(`row 14: no claim in scope commits after the commit of a freeze, ${FREEZES} times`, async () => {
    const [{ store }] = replicas;
    const loops: Promise<void>[] = [];
    for (let round = 0; round < FREEZES; round++) {
      const isUnderLoad = nextClaim();
      await load(round);
      if (round === 0) loops.push(...replicas.map(claims));
      await isUnderLoad;
      const [scopeKind, scopeRef] = SCOPES[round % SCOPES.length];
      const { id } = await store.freeze({
        scopeKind,
        scopeRef,
        reason: `Freeze ${round}`,
        by: 'user:default/bo',
        until: null,
        refuse: false,
      });
      // The others go on deciding under it.
      await Promise.all(
        replicas.map(parts =>
          parts.store.admit(snapshot => decideAdmission(parts, snapshot, 1)),
        ),
      );
      await store.thaw(id, 'user:default/bo');
    }
    isOver = true;
    await Promise.all(loops);
    const all = await seen();
    expect(all.length).toBeGreaterThanOrEqual(FREEZES);
    expect(all.filter(({ freezes }) => Number(freezes) > 0)).toEqual([]);
  });
});
