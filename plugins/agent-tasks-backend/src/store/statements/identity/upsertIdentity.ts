import { Knex } from 'knex';
import { IdentityTableRow } from '../../tables';
import { IdentityRow } from '../../TaskStore';

const COLUMNS: Record<keyof Omit<IdentityRow, 'id'>, keyof IdentityTableRow> = {
  login: 'login',
  accountId: 'account_id',
  expiresAt: 'expires_at',
  invalidSince: 'invalid_since',
  nextStartAt: 'next_start_at',
  liveSince: 'live_since',
  archivedSince: 'archived_since',
  nextSweepAt: 'next_sweep_at',
  nextArchivedSweepAt: 'next_archived_sweep_at',
  lastSweptAt: 'last_swept_at',
};

/** Writes the named facts of an identity and leaves the others alone. Safe to call twice. */
export async function upsertIdentity(
  knex: Knex,
  id: string,
  facts: Partial<Omit<IdentityRow, 'id'>>,
): Promise<void> {
  const columns = Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [COLUMNS[field as keyof typeof COLUMNS], value]),
  );
  const insert = knex('identity')
    .insert({ id, ...columns })
    .onConflict('id');
  await (Object.keys(columns).length > 0
    ? insert.merge(columns)
    : insert.ignore());
}
