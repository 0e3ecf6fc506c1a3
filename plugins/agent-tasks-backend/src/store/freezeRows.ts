import { FreezeScope } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { numberOf, numberOrNull } from './databaseClock';
import { BigInteger } from './tables';
import { FreezeRow } from './TaskStore';

/** A row of `freeze`. SQLite has no boolean of its own. */
export interface FreezeTableRow {
  id: string;
  scope_kind: FreezeScope;
  scope_ref: string | null;
  reason: string;
  by: string;
  since: BigInteger;
  until: BigInteger | null;
  refuse: boolean | number;
  thawed_at: BigInteger | null;
  thawed_by: string | null;
}

export function freezeRowOf(row: FreezeTableRow): FreezeRow {
  return {
    id: row.id,
    scopeKind: row.scope_kind,
    scopeRef: row.scope_ref,
    reason: row.reason,
    by: row.by,
    since: numberOf(row.since),
    until: numberOrNull(row.until),
    refuse: Boolean(row.refuse),
    thawedAt: numberOrNull(row.thawed_at),
    thawedBy: row.thawed_by,
  };
}
