import { Knex } from 'knex';

/** Whether any task waits for its turn. Locks nothing: one that comes a moment later waits a pass. */
export async function isAnyQueued(knex: Knex): Promise<boolean> {
  const row = await knex('task').where({ phase: 'queued' }).first('id');
  return row !== undefined;
}
