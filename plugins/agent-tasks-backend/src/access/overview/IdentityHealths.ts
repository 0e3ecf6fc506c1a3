import {
  IdentityHealth,
  IdentityState,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TaskQueries } from '../../store/TaskQueries';
import { IdentityRow } from '../../store/TaskStore';
import { PortalSettings } from '../ports/PortalSettings';

/** How the configured identities stand, as all replicas know. Nothing of a token. */
export class IdentityHealths {
  constructor(
    private readonly queries: Pick<TaskQueries, 'identities'>,
    private readonly settings: Pick<PortalSettings, 'identities'>,
  ) {}

  async all(now: number): Promise<IdentityHealth[]> {
    const rows = await this.queries.identities();
    const byId = new Map(rows.map(row => [row.id, row]));
    return this.settings.identities.map(({ id, type, host, owner }) => {
      const row = byId.get(id);
      return {
        id,
        type,
        host,
        owner,
        login: row?.login ?? null,
        state: stateOf(row, now),
        expiresAt: timeOf(row?.expiresAt),
        nextStartAt: timeOf(row?.nextStartAt),
        requestsRemaining: null,
      };
    });
  }
}

function stateOf(row: IdentityRow | undefined, now: number): IdentityState {
  if (!row) return 'ready';
  if (row.invalidSince !== null) return 'invalid';
  return row.expiresAt !== null && row.expiresAt <= now ? 'expired' : 'ready';
}

function timeOf(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString();
}
