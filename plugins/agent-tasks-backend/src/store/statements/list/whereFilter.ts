import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';
import { TaskFilter } from '../../TaskQueries';

/** Filters whose values are compared with one column. */
const COLUMNS = {
  entityRef: 'entity_ref',
  requesterRef: 'requester_ref',
  assignee: 'assignee',
  repository: 'repository_slug',
  template: 'template_ref',
  status: 'status',
  state: 'state',
  phase: 'phase',
  outcome: 'outcome',
  attention: 'attention',
  via: 'via_kind',
  policy: 'policy_id',
  identity: 'identity_id',
} as const satisfies Partial<Record<keyof TaskFilter, string>>;

/** Narrows a query of `task` to a filter: repeated values are alternatives, filters add up. */
export function whereFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: TaskFilter,
): Knex.QueryBuilder {
  for (const [name, column] of Object.entries(COLUMNS)) {
    const values = filter[name as keyof typeof COLUMNS];
    if (values) query.whereIn(column, [...values]);
  }
  whereRefs(query, 'task_owner', filter.ownerRef);
  whereRefs(query, 'task_route', filter.routedTo);
  if (filter.snoozed === true) {
    query.where('snoozed_until', '>', databaseClock(knex));
  }
  if (filter.snoozed === false) {
    query.where(either =>
      either
        .whereNull('snoozed_until')
        .orWhere('snoozed_until', '<=', databaseClock(knex)),
    );
  }
  for (const word of words(filter.q)) {
    query.whereRaw(`search like ? escape '\\'`, [`%${escaped(word)}%`]);
  }
  if (filter.createdAfter) {
    query.where('created_at', '>', Date.parse(filter.createdAfter));
  }
  if (filter.createdBefore) {
    query.where('created_at', '<', Date.parse(filter.createdBefore));
  }
  if (filter.updatedAfter) {
    query.where('updated_at', '>', Date.parse(filter.updatedAfter));
  }
  return query;
}

function whereRefs(
  query: Knex.QueryBuilder,
  table: 'task_owner' | 'task_route',
  refs: readonly string[] | undefined,
): void {
  if (!refs) return;
  query.whereIn('id', named =>
    named
      .select('task_id')
      .from(table)
      .whereIn('owner_ref', [...refs]),
  );
}

function words(q: string | undefined): string[] {
  return (q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
}

/** A person who types % or _ looks for that character. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, character => `\\${character}`);
}
