import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { MINUTE } from '../domain/testing/exampleData';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { TaskFilter, TaskListAsk } from './TaskQueries';
import { exampleSeal } from './testing/exampleSeal';
import { explainedPlans, wholeScans } from './testing/explainedPlans';
import { fillPortal, FILLED, web } from './testing/fillPortal';
import { migratedDatabase, storeDatabases } from './testing/storeDatabases';

jest.setTimeout(120_000);

const databases = storeDatabases();

/** A step that orders rows itself, as either database calls it. */
const SORT = /Sort {2}\(|TEMP B-TREE/;

/** Only what is due is read, not all that ever will be. */
const BOUND = /Index Cond: .*due_at <= |due_at<\?/;

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
      await fillPortal(knex, now);
    });

    /** What is wrong with the plans of some work: long tables read whole, indexes not used. */
    async function faults(
      work: () => Promise<unknown>,
      ...indexes: string[]
    ): Promise<string[]> {
      const plans = await explainedPlans(knex, work);
      return [
        ...plans.filter(plan => wholeScans(plan).length > 0),
        ...indexes.filter(index => !plans.some(plan => plan.includes(index))),
      ];
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
      const after = { value: now - FILLED / 2, id: 'task-1' };
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
      [{ ownerRef: ['group:default/team-7'] }, 'task_owner_created_idx'],
      [
        { ownerRef: ['group:default/team-7'], status: ['done'] },
        'task_owner_status_idx',
      ],
      [{ routedTo: [web] }, 'task_route'],
    ] as [TaskFilter, string][])('a list of %j', async (filter, index) => {
      expect(await faults(list({ filter }), index)).toEqual([]);
    });

    it('a list of what a person may see', async () => {
      const person = 'user:default/person-7';
      const visible = {
        anyOf: [{ requesters: [person] }, { owners: [person] }],
      };
      expect(await faults(list({ visible }), 'task_requester_idx')).toEqual([]);
      // Somebody with few tasks does not make the database look for more of them.
      const plans = await explainedPlans(knex, list({ visible }));
      expect(plans.join()).not.toContain('task_created_idx');
    });

    it('an inbox', async () => {
      expect(
        await faults(
          () =>
            queries.inbox(
              { scope: 'team', person: 'user:default/x', groups: [web] },
              { all: true },
              50,
            ),
          'task_route',
        ),
      ).toEqual([]);
      expect(
        await faults(
          () =>
            queries.inbox(
              { scope: 'mine', person: 'user:default/person-7' },
              { all: true },
              50,
            ),
          'task_assignee_idx',
          'task_route',
        ),
      ).toEqual([]);
    });

    it.each([
      ['preflight', BOUND],
      // Hardly any task is in its phases: the index of phases is as good.
      ['resolve', /task_(phase|start_due)_idx/],
      ['read', BOUND],
      ['artifacts', BOUND],
      ['judge', BOUND],
      ['remind', BOUND],
    ] as const)('a claim to %s', async (loop, expected) => {
      const claim = { limit: 10, holdForMs: MINUTE };
      const work = () => store.claimDue(loop, claim);
      expect(await faults(work)).toEqual([]);
      const [plan] = await explainedPlans(knex, work);
      expect(plan).toMatch(expected);
    });

    it('a claim of effects', async () => {
      expect(
        await faults(
          () => store.claimEffects({ limit: 10, holdForMs: MINUTE }),
          'effect_due_idx',
        ),
      ).toEqual([]);
    });

    it('hints', async () => {
      expect(
        await faults(
          () =>
            store.hintReads('read', [
              { providerTaskId: 'provider-7' },
              { repositoryId: 'repository-7', branch: 'copilot/x' },
            ]),
          'task_provider_id_idx',
          'task_repository_id_idx',
        ),
      ).toEqual([]);
    });

    it('the start of a task, and what sweeps ask', async () => {
      expect(await faults(() => queries.queue(200), 'task_phase_idx')).toEqual(
        [],
      );
      expect(
        await faults(() => queries.inFlight(), 'task_counted_idx'),
      ).toEqual([]);
      expect(await faults(() => store.followed(), 'task_counted_idx')).toEqual(
        [],
      );
      expect(
        await faults(
          () => store.loadByProviderIds('github-copilot', ['provider-7']),
          'task_provider_id_idx',
        ),
      ).toEqual([]);
    });

    it('what a submit asks first', async () => {
      expect(
        await faults(
          () => queries.duplicateOf('ask 7', null),
          'task_duplicate_idx',
        ),
      ).toEqual([]);
      expect(
        await faults(
          () => queries.lastRuns('agenttasktemplate:default/dependency-bump'),
          'task_template_idx',
        ),
      ).toEqual([]);
    });
  },
);

/** The plan of a list's page, without that of its count. */
async function page(knex: Knex, work: () => Promise<unknown>): Promise<string> {
  const plans = await explainedPlans(knex, work);
  const [plan] = plans.filter(text => text.includes('order by'));
  return plan;
}
