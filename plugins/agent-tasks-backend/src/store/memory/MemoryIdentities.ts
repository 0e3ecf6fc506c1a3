import { Lane, LANES } from '../../domain/schedule/lane';
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

const SWEEP_FIELDS = {
  live: 'nextSweepAt',
  archived: 'nextArchivedSweepAt',
} as const;

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

  dueLanes(id: string): Lane[] {
    const now = this.tables.clock();
    const known = this.tables.identities.get(id);
    return LANES.filter(lane => (known?.[SWEEP_FIELDS[lane]] ?? 0) <= now);
  }

  claimSweep(id: string, lane: Lane, holdForMs: number): boolean {
    if (!this.dueLanes(id).includes(lane)) return false;
    this.save(id, { [SWEEP_FIELDS[lane]]: this.tables.clock() + holdForMs });
    return true;
  }
}
