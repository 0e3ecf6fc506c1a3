import { ClaimedEffect, ClaimOptions } from '../TaskStore';
import { MemoryEffect, MemoryTables } from './MemoryTables';

/** Ordered effects: at least once each, one holder at a time. */
export class MemoryEffects {
  constructor(private readonly tables: MemoryTables) {}

  claim({ limit, holdForMs }: ClaimOptions): ClaimedEffect[] {
    const now = this.tables.clock();
    return [...this.tables.effects.values()]
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
      .slice(0, limit)
      .map(one => {
        const { id, taskId, effect, attempts } = one;
        const dueAt = now + holdForMs;
        this.change(one, { dueAt, attempts: attempts + 1 });
        return { id, taskId, effect, attempts };
      });
  }

  finish(id: string): void {
    const performedAt = this.tables.clock();
    this.withId(id, one => this.change(one, { dueAt: null, performedAt }));
  }

  postpone(id: string, dueAt: number): void {
    this.withId(id, one => {
      if (one.performedAt === null) this.change(one, { dueAt });
    });
  }

  trim(before: number): number {
    let count = 0;
    for (const [key, { performedAt }] of this.tables.effects) {
      if (performedAt === null || performedAt >= before) continue;
      this.tables.effects.delete(key);
      count += 1;
    }
    return count;
  }

  private withId(id: string, work: (one: MemoryEffect) => void): void {
    for (const one of this.tables.effects.values()) {
      if (one.id === id) work(one);
    }
  }

  private change(one: MemoryEffect, to: Partial<MemoryEffect>): void {
    const key = one.effect.dedupeKey;
    this.tables.put(this.tables.effects, key, { ...one, ...to });
  }
}
