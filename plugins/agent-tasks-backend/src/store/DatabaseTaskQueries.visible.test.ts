import fc from 'fast-check';
import { Knex } from 'knex';
import { stateOf } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  ana,
  bo,
  NOON,
  payments,
  platform,
} from '../domain/testing/exampleData';
import { Task } from '../domain/task/task';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { VisibleTasks } from './TaskQueries';
import { exampleStored } from './testing/exampleStored';
import { seedTasks } from './testing/seedTasks';
import { migratedDatabase, storeDatabases } from './testing/storeDatabases';

jest.setTimeout(60_000);

const databases = storeDatabases();

const { people, repository } = exampleStored('x', NOON);
const website = 'component:default/website';

const tasks = [
  exampleStored('a', NOON, { assignee: bo }),
  exampleStored('b', NOON, {
    phase: 'tracking',
    requester: { ref: bo, type: 'user' },
    entityRef: null,
    people: { ...people, owners: [platform, payments] },
  }),
  exampleStored('c', NOON, {
    phase: 'refused',
    entityRef: website,
    repository: { ...repository, slug: 'acme/website' },
    people: { ...people, owners: [] },
  }),
];

/** What a shape means, said a second time and without SQL. */
function isVisible(task: Task, visible: VisibleTasks): boolean {
  if ('all' in visible) return true;
  if ('anyOf' in visible) return visible.anyOf.some(v => isVisible(task, v));
  if ('allOf' in visible) return visible.allOf.every(v => isVisible(task, v));
  if ('not' in visible) return !isVisible(task, visible.not);
  if ('requesters' in visible) {
    return visible.requesters.includes(task.requester.ref);
  }
  if ('owners' in visible) {
    return task.people.owners.some(ref => visible.owners.includes(ref));
  }
  if ('assignees' in visible) {
    return task.assignee !== null && visible.assignees.includes(task.assignee);
  }
  if ('states' in visible) return visible.states.includes(stateOf(task));
  if ('entityRefs' in visible) {
    const { entityRef } = task;
    return entityRef !== null && visible.entityRefs.includes(entityRef);
  }
  return visible.repositories.includes(task.repository.slug);
}

const some = (...values: string[]) => fc.subarray(values);
const { shape } = fc.letrec<{ shape: VisibleTasks }>(tie => ({
  shape: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constant<VisibleTasks>({ all: true }),
    fc.record({ requesters: some(ana, bo) }),
    fc.record({ owners: some(payments, platform) }),
    fc.record({ assignees: some(ana, bo) }),
    fc.record({ states: some('queued', 'failed') }),
    fc.record({ entityRefs: some(website) }),
    fc.record({ repositories: some('acme/website', 'acme/payments-api') }),
    fc.record({ anyOf: fc.array(tie('shape'), { maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('shape'), { maxLength: 3 }) }),
    fc.record({ not: tie('shape') }),
  ),
}));

describe.each(databases.eachSupportedId())('what is visible on %s', id => {
  let knex: Knex;
  let queries: DatabaseTaskQueries;
  beforeAll(async () => {
    knex = await migratedDatabase(databases, id);
    queries = new DatabaseTaskQueries(knex);
    await seedTasks(knex, tasks);
  });

  async function listed(visible: VisibleTasks): Promise<string> {
    const page = await queries.list({
      filter: {},
      visible,
      order: 'createdAt',
      direction: 'asc',
      limit: 100,
      after: null,
    });
    expect(page.total).toBe(page.tasks.length);
    return page.tasks.map(task => task.id).join('');
  }

  it.each<[VisibleTasks, string]>([
    [{ all: true }, 'abc'],
    [{ anyOf: [] }, ''],
    [{ allOf: [] }, 'abc'],
    [{ not: { all: true } }, ''],
    [{ not: { anyOf: [] } }, 'abc'],
    [{ not: { allOf: [] } }, ''],
    [{ anyOf: [{ all: true }, { owners: [] }] }, 'abc'],
    [{ owners: [] }, ''],
    [{ not: { owners: [payments] } }, 'c'],
    // Nobody's task is not Bo's task either.
    [{ not: { assignees: [bo] } }, 'bc'],
    [{ not: { entityRefs: [website] } }, 'ab'],
    [{ allOf: [{ requesters: [ana] }, { states: ['queued'] }] }, 'a'],
    [
      { anyOf: [{ requesters: [bo] }, { repositories: ['acme/website'] }] },
      'bc',
    ],
  ])('%j shows "%s"', async (visible, expected) => {
    expect(await listed(visible)).toBe(expected);
  });

  it('is the same for a list and for one task, however shapes are nested', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async visible => {
        const expected = tasks.filter(task => isVisible(task, visible));
        expect(await listed(visible)).toBe(
          expected.map(task => task.id).join(''),
        );
        for (const task of tasks) {
          const found = await queries.task(task.id, visible);
          expect(found?.id).toBe(
            isVisible(task, visible) ? task.id : undefined,
          );
        }
      }),
      { seed: 20261120, numRuns: 150 },
    );
  });
});
