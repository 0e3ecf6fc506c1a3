import { Knex } from 'knex';
import { HOUR, payments } from '../../domain/testing/exampleData';
import { TaskRow } from '../tables';
import { exampleStored } from './exampleStored';
import { seedTasks } from './seedTasks';

export const FILLED = 20_000;
/** The group that few tasks are routed to. */
export const web = 'group:default/web';

/**
 * A portal that has been used for a while: nearly all tasks are over, a few hundred are under way,
 * some wait for people. Copied inside the database, which is faster than sending each.
 */
export async function fillPortal(knex: Knex, now: number): Promise<void> {
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
    (select 1 union all select i + 1 from numbers where i < ${FILLED})`;
  const values = columns.map(name => made[name as keyof TaskRow] ?? name);
  await knex.raw(
    `insert into task (${columns}) ${numbers} select ${values} from task, numbers`,
  );
  await knex.raw(
    `insert into task_owner (task_id, owner_ref, task_created_at, task_status) ${numbers}
      select 'task-' || i, 'group:default/team-' || (i % 100), created_at - i,
        case when i % 200 = 0 then 'waiting' else status end
      from task, numbers where id = 'one'`,
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
