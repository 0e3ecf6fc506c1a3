import { IdentityRow } from '../TaskStore';
import { MemoryTables } from './MemoryTables';

const NOTHING_KNOWN: Omit<IdentityRow, 'id'> = {
  login: null,
  accountId: null,
  expiresAt: null,
  invalidSince: null,
  nextStartAt: null,
  liveSince: null,
  archivedSince: null,
  nextSweepAt: null,
  nextArchivedSweepAt: null,
  lastSweptAt: null,
};

/** What all replicas know of the identities. */
export class MemoryIdentities {
  constructor(private readonly tables: MemoryTables) {}

  all(): IdentityRow[] {
    return [...this.tables.identities.values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  }

  save(id: string, facts: Partial<Omit<IdentityRow, 'id'>>): void {
    const said = Object.entries(facts).filter(
      ([, value]) => value !== undefined,
    );
    const known = this.tables.identities.get(id) ?? { id, ...NOTHING_KNOWN };
    this.tables.put(this.tables.identities, id, {
      ...known,
      ...Object.fromEntries(said),
    });
  }

  claimSweep(
    id: string,
    lane: 'live' | 'archived',
    holdForMs: number,
  ): boolean {
    const now = this.tables.clock();
    const field = lane === 'live' ? 'nextSweepAt' : 'nextArchivedSweepAt';
    const dueAt = this.tables.identities.get(id)?.[field] ?? null;
    if (dueAt !== null && dueAt > now) return false;
    this.save(id, { [field]: now + holdForMs });
    return true;
  }
}
