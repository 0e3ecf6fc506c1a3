import { Knex } from 'knex';
import { numberOrNull } from '../../databaseClock';
import { IdentityTableRow } from '../../tables';
import { IdentityRow } from '../../TaskStore';

/** What is known of all identities, or of one. Locks nothing. */
export async function selectIdentities(
  knex: Knex,
  id?: string,
): Promise<IdentityRow[]> {
  const query = knex<IdentityTableRow>('identity').orderBy('id');
  const rows = await (id === undefined ? query : query.where({ id }));
  return rows.map(row => ({
    id: row.id,
    login: row.login,
    accountId: row.account_id,
    expiresAt: numberOrNull(row.expires_at),
    invalidSince: numberOrNull(row.invalid_since),
    nextStartAt: numberOrNull(row.next_start_at),
    liveSince: numberOrNull(row.live_since),
    archivedSince: numberOrNull(row.archived_since),
    nextSweepAt: numberOrNull(row.next_sweep_at),
    nextArchivedSweepAt: numberOrNull(row.next_archived_sweep_at),
    lastSweptAt: numberOrNull(row.last_swept_at),
  }));
}
