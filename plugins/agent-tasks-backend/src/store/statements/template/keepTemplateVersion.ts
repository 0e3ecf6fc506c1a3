import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';
import { TemplateVersion } from '../../TaskStore';

/** Keeps a template version as first used. The primary key lets the first use win. */
export async function keepTemplateVersion(
  knex: Knex,
  { ref, version, digest, spec }: TemplateVersion,
): Promise<'kept' | 'conflict'> {
  await knex('template_version')
    .insert({
      ref,
      version,
      digest,
      spec: JSON.stringify(spec),
      created_at: databaseClock(knex),
    })
    .onConflict(['ref', 'version'])
    .ignore();
  const row = await knex('template_version').where({ ref, version }).first();
  return row.digest === digest ? 'kept' : 'conflict';
}
