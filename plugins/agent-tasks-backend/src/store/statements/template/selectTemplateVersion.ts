import { Knex } from 'knex';
import { TemplateVersion } from '../../TaskStore';

/** A template version as first used. Locks nothing. */
export async function selectTemplateVersion(
  knex: Knex,
  ref: string,
  version: string,
): Promise<TemplateVersion | undefined> {
  const row = await knex('template_version').where({ ref, version }).first();
  if (!row) return undefined;
  return { ref, version, digest: row.digest, spec: JSON.parse(row.spec) };
}
