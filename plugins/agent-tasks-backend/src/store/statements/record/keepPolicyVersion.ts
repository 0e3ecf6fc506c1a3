import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';
import { PolicyVersion } from '../../TaskStore';

/**
 * Keeps the rules of a policy version as first seen. The primary key lets the first replica win;
 * calling it again changes nothing.
 */
export async function keepPolicyVersion(
  knex: Knex,
  { id, version, digest, rules }: PolicyVersion,
): Promise<'kept' | 'conflict'> {
  await knex('policy_version')
    .insert({
      id,
      version,
      digest,
      rules: JSON.stringify(rules),
      created_at: databaseClock(knex),
    })
    .onConflict(['id', 'version'])
    .ignore();
  const row = await knex('policy_version').where({ id, version }).first();
  return row.digest === digest ? 'kept' : 'conflict';
}
