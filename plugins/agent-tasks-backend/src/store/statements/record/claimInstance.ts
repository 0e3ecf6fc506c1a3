import { Knex } from 'knex';

/**
 * Writes the name of the portal that uses this database, unless there is one already; answers with
 * the name that stands. The condition is part of the update, so that the first of two stays.
 */
export async function claimInstance(
  knex: Knex,
  instance: string | null,
): Promise<string | null> {
  if (instance !== null) {
    await knex('installation')
      .where({ singleton: 1 })
      .whereNull('instance')
      .update({ instance });
  }
  const row = await knex('installation').where({ singleton: 1 }).first();
  return row.instance;
}
