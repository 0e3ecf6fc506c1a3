import { isSameOrder } from '../orderFreeze';
import { FreezeOrder, FreezeRow } from '../TaskStore';
import { MemoryTables } from './MemoryTables';

/** Orders that nothing new starts, which every decision sees from then on. */
export class MemoryFreezes {
  constructor(
    private readonly tables: MemoryTables,
    private readonly newId: () => string,
  ) {}

  /** Those that nobody has thawed, the oldest first. */
  standing(): FreezeRow[] {
    return [...this.tables.freezes.values()].filter(
      ({ thawedAt }) => thawedAt === null,
    );
  }

  order(order: FreezeOrder): FreezeRow {
    const same = this.standing().find(freeze => isSameOrder(freeze, order));
    if (same) return same;
    const freeze: FreezeRow = {
      ...order,
      id: this.newId(),
      since: this.tables.clock(),
      thawedAt: null,
      thawedBy: null,
    };
    this.tables.put(this.tables.freezes, freeze.id, freeze);
    return freeze;
  }

  thaw(id: string, by: string): FreezeRow | undefined {
    const freeze = this.tables.freezes.get(id);
    if (!freeze || freeze.thawedAt !== null) return freeze;
    const thawed = { ...freeze, thawedAt: this.tables.clock(), thawedBy: by };
    this.tables.put(this.tables.freezes, id, thawed);
    return thawed;
  }
}
