import { Knex } from 'knex';
import { Installation } from '../../TaskStore';
import { databaseClock, numberOf } from '../../databaseClock';

/**
 * This database's own name, made by whoever asks first. The primary key lets one replica win; the
 * others read what it wrote. A copy of the database keeps the name.
 */
export async function readInstallation(
  knex: Knex,
  newId: () => string,
): Promise<Installation> {
  await knex('installation')
    .insert({
      singleton: 1,
      id: newId(),
      instance: null,
      created_at: databaseClock(knex),
    })
    .onConflict('singleton')
    .ignore();
  const row = await knex('installation').where({ singleton: 1 }).first();
  return {
    id: row.id,
    instance: row.instance,
    createdAt: numberOf(row.created_at),
  };
}
