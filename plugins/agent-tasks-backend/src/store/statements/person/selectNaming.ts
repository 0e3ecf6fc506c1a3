import { Knex } from 'knex';

/**
 * Ids of tasks in whose rows a text stands, in their order, behind the one that is given; also of
 * some in which it only seems to. Reads everything: for a command of operators. Locks nothing.
 */
export async function selectNaming(
  knex: Knex,
  text: string,
  page: { afterId: string; limit: number },
): Promise<string[]> {
  const pattern = `%${text.toLowerCase()}%`;
  const like = (column: string) =>
    knex.raw('lower(??) like ?', [column, pattern]);
  const within = (table: string, ...columns: string[]) =>
    knex(table)
      .whereRaw('?? = task.id', [`${table}.task_id`])
      .where(either =>
        columns.forEach(column => either.orWhere(like(`${table}.${column}`))),
      );
  return knex('task')
    .where('id', '>', page.afterId)
    .where(either =>
      either
        .where(like('task.document'))
        .orWhereExists(within('task_event', 'actor_ref'))
        .orWhereExists(within('task_event_payload', 'payload'))
        .orWhereExists(within('task_text', 'prompt', 'parameters'))
        .orWhereExists(within('effect', 'payload'))
        .orWhereExists(within('raw_report', 'raw')),
    )
    .orderBy('id')
    .limit(page.limit)
    .pluck('id');
}
