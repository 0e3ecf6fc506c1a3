import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { HOUR, MINUTE, payments } from '../domain/testing/exampleData';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { TaskRow } from './tables';
import { TaskFilter, TaskListAsk } from './TaskQueries';
import { DueLoop } from './TaskStore';
import { exampleSeal } from './testing/exampleSeal';
import { exampleStored } from './testing/exampleStored';
import { explainedPlans, wholeScans } from './testing/explainedPlans';
import { seedTasks } from './testing/seedTasks';
import { migratedDatabase, storeDatabases } from './testing/storeDatabases';

jest.setTimeout(120_000);

const databases = storeDatabases();
const TASKS = 20_000;
const web = 'group:default/web';

describe.each(databases.eachSupportedId())(
  'with 20,000 tasks on %s, no long table is read from end to end by',
  id => {
    let knex: Knex;
    let queries: DatabaseTaskQueries;
    let store: DatabaseTaskStore;
    let now: number;
    beforeAll(async () => {
      knex = await migratedDatabase(databases, id);
      queries = new DatabaseTaskQueries(knex);
      store = new DatabaseTaskStore(knex, exampleSeal, randomUUID);
      now = await store.now();
      await fill(knex, now);
    });

    async function expectIndexed(
      work: () => Promise<unknown>,
      ...indexes: string[]
    ): Promise<void> {
      const plans = await explainedPlans(knex, work);
      const scanned = plans.filter(plan => wholeScans(plan).length > 0);
      expect(scanned).toEqual([]);
      for (const index of indexes) {
        expect(plans.some(plan => plan.includes(index))).toBe(true);
      }
    }

    const list = (over: Partial<TaskListAsk>) => () =>
      queries.list({
        filter: {},
        visible: { all: true },
        order: 'createdAt',
        direction: 'desc',
        limit: 25,
        after: null,
        ...over,
      });

    it.each([
      ['createdAt', 'task_created_idx'],
      ['updatedAt', 'task_updated_idx'],
      ['attentionDueAt', 'task_attention_due_idx'],
    ] as const)('a list by %s, from its start', async (order, index) => {
      const first = await page(knex, list({ order, direction: 'asc' }));
      expect(first).toContain(index);
      expect(first).not.toMatch(SORT);
    });

    it.each([
      ['createdAt', 'task_created_idx'],
      ['updatedAt', 'task_updated_idx'],
      ['attentionDueAt', 'task_attention_due_idx'],
    ] as const)('a list by %s, from its middle', async (order, index) => {
      const after = { value: now - TASKS / 2, id: 'task-1' };
      for (const direction of ['asc', 'desc'] as const) {
        const plan = await page(knex, list({ order, direction, after }));
        expect(plan).toContain(index);
        expect(plan).not.toMatch(SORT);
      }
    });

    it.each([
      [{ entityRef: ['component:default/service-7'] }, 'task_entity_idx'],
      [{ requesterRef: ['user:default/person-7'] }, 'task_requester_idx'],
      [{ repository: ['acme/service-7'] }, 'task_repository_idx'],
      [{ status: ['waiting'] }, 'task_status_idx'],
      [{ state: ['queued'] }, 'task_state_idx'],
      [{ ownerRef: ['group:default/team-7'] }, 'task_owner'],
      [{ routedTo: [web] }, 'task_route'],
    ] as [TaskFilter, string][])('a list of %j', async (filter, index) => {
      await expectIndexed(list({ filter }), index);
    });

    it('an inbox', async () => {
      await expectIndexed(
        () =>
          queries.inbox(
            { scope: 'team', person: 'user:default/x', groups: [web] },
            { all: true },
            50,
          ),
        'task_route',
      );
      await expectIndexed(
        () =>
          queries.inbox(
            { scope: 'mine', person: 'user:default/person-7' },
            { all: true },
            50,
          ),
        'task_assignee_idx',
        'task_route',
      );
    });

    it.each([
      ['preflight', 'task_start_due_idx'],
      // Hardly any task is in its phases: the index of phases is as good.
      ['resolve', 'task_'],
      ['read', 'task_read_due_idx'],
      ['artifacts', 'task_artifact_due_idx'],
      ['judge', 'task_judge_due_idx'],
      ['remind', 'task_remind_due_idx'],
    ] as [DueLoop, string][])('a claim to %s', async (loop, index) => {
      await expectIndexed(
        () => store.claimDue(loop, { limit: 10, holdForMs: MINUTE }),
        index,
      );
    });

    it('a claim of effects', async () => {
      await expectIndexed(
        () => store.claimEffects({ limit: 10, holdForMs: MINUTE }),
        'effect_due_idx',
      );
    });

    it('hints', async () => {
      await expectIndexed(
        () =>
          store.hintReads('read', [
            { providerTaskId: 'provider-7' },
            { repositoryId: 'repository-7', branch: 'copilot/x' },
          ]),
        'task_provider_id_idx',
        'task_repository_id_idx',
      );
    });

    it('the start of a task, and what sweeps ask', async () => {
      await expectIndexed(() => queries.queue(200), 'task_phase_idx');
      await expectIndexed(() => queries.inFlight(), 'task_counted_idx');
      await expectIndexed(() => store.followed('portal'), 'task_counted_idx');
      await expectIndexed(
        () => store.loadByProviderIds('github-copilot', ['provider-7']),
        'task_provider_id_idx',
      );
    });

    it('what a submit asks first', async () => {
      await expectIndexed(
        () => queries.duplicateOf('ask 7', null),
        'task_duplicate_idx',
      );
      await expectIndexed(
        () => queries.medianRun('agenttasktemplate:default/dependency-bump'),
        'task_template_idx',
      );
    });
  },
);

/** A step that orders rows itself, as either database calls it. */
const SORT = /Sort {2}\(|TEMP B-TREE/;

/** The plan of a list's page, without that of its count. */
async function page(knex: Knex, work: () => Promise<unknown>): Promise<string> {
  const plans = await explainedPlans(knex, work);
  const [plan] = plans.filter(text => text.includes('order by'));
  return plan;
}

/**
 * A portal that has been used for a while: nearly all tasks are over, a few hundred are under way,
 * some wait for people. Copied inside the database, which is faster than sending each.
 */
async function fill(knex: Knex, now: number): Promise<void> {
  const one = exampleStored('one', now, {
    phase: 'tracking',
    providerState: 'completed',
    outcome: 'succeeded',
    startedAt: now - HOUR,
    endedAt: now,
  });
  await seedTasks(knex, [one]);
  const everyHundredth = (then: string) =>
    `case when i % 100 = 0 then ${then} end`;
  const made: Partial<Record<keyof TaskRow, string>> = {
    id: `'task-' || i`,
    created_at: `created_at - i`,
    updated_at: `updated_at - i`,
    phase: `case when i % 200 = 0 then 'queued' else phase end`,
    state: `case when i % 200 = 0 then 'queued' else state end`,
    status: `case when i % 200 = 0 then 'waiting' else status end`,
    is_open: `i % 100 = 0`,
    is_counted: `i % 100 = 0`,
    entity_ref: `'component:default/service-' || (i % 500)`,
    repository_slug: `'acme/service-' || (i % 500)`,
    repository_id: `'repository-' || (i % 500)`,
    requester_ref: `'user:default/person-' || (i % 300)`,
    template_ref: `case when i % 50 = 0 then template_ref end`,
    provider_task_id: `'provider-' || i`,
    duplicate_key: `'ask ' || i`,
    attention: everyHundredth(`'review'`),
    attention_since: everyHundredth(`created_at`),
    attention_due_at: everyHundredth(`created_at - i`),
    assignee: `case when i % 400 = 0 then 'user:default/person-7' end`,
    start_due_at: everyHundredth(`created_at - 500 + i % 1000`),
    read_due_at: everyHundredth(`created_at + i`),
    artifact_due_at: everyHundredth(`created_at + i`),
    judge_due_at: everyHundredth(`created_at + i`),
    remind_due_at: everyHundredth(`created_at + i`),
  };
  const columns = Object.keys(await knex('task').columnInfo());
  const numbers = `with recursive numbers(i) as
    (select 1 union all select i + 1 from numbers where i < ${TASKS})`;
  const values = columns.map(name => made[name as keyof TaskRow] ?? name);
  await knex.raw(
    `insert into task (${columns}) ${numbers} select ${values} from task, numbers`,
  );
  await knex.raw(
    `insert into task_owner (task_id, owner_ref) ${numbers}
      select 'task-' || i, 'group:default/team-' || (i % 100) from numbers`,
  );
  await knex.raw(
    `insert into task_route (task_id, owner_ref) ${numbers}
      select 'task-' || i, case when i % 1000 = 0 then '${web}' else '${payments}' end
      from numbers where i % 100 = 0`,
  );
  await knex.raw(
    `insert into effect (id, dedupe_key, task_id, kind, payload, due_at, created_at, attempts)
      ${numbers} select 'effect-' || i, 'key-' || i, 'one', 'signal', '{}',
      case when i % 500 = 0 then ${now} end, ${now}, 0 from numbers`,
  );
  await knex.raw('analyze');
}
