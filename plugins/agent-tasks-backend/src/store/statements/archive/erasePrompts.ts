import { Knex } from 'knex';

/** Erases what people wrote; the digests in the record stay. Safe to call twice. */
export async function erasePrompts(
  knex: Knex,
  taskIds: readonly string[],
): Promise<void> {
  await knex('task_text')
    .whereIn('task_id', [...taskIds])
    .update({ prompt: null, parameters: '{}' });
}
