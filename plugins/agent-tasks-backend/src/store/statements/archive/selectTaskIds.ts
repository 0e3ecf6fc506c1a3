import { Knex } from 'knex';

/** Ids of all tasks in their order, behind the one that is given. Locks nothing. */
export async function selectTaskIds(
  knex: Knex,
  afterId: string,
  limit: number,
): Promise<string[]> {
  return knex('task')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .pluck('id');
}
