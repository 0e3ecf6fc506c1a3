import { dueAtFor } from '../../store/memory/MemoryTaskStore';
import { MemoryTables } from '../../store/memory/MemoryTables';
import { DueLoop } from '../../store/TaskStore';

const DUE_LOOPS = [
  'preflight',
  'resolve',
  'read',
  'artifacts',
  'judge',
  'remind',
] as const;

export type LoopName = DueLoop | 'dispatch' | 'sweep' | 'perform';

/**
 * When each loop would next find something, so that nobody has to ask in vain a thousand times. A
 * loop that asks later than this is late, and one that asks sooner does nothing.
 */
export class DueTimes {
  private known = new Map<LoopName, number>();
  private readAt = -1;

  constructor(private readonly tables: MemoryTables) {}

  of(loop: LoopName): number | null {
    if (this.readAt !== this.tables.writes) {
      this.readAt = this.tables.writes;
      this.known = this.read();
    }
    return this.known.get(loop) ?? null;
  }

  private read(): Map<LoopName, number> {
    const times = new Map<LoopName, number>();
    const sooner = (loop: LoopName, at: number | null) => {
      if (at === null) return;
      const known = times.get(loop);
      if (known === undefined || at < known) times.set(loop, at);
    };
    for (const task of this.tables.tasks.values()) {
      for (const loop of DUE_LOOPS) sooner(loop, dueAtFor(loop, task));
      if (task.phase === 'queued') sooner('dispatch', 0);
    }
    for (const { dueAt } of this.tables.effects.values())
      sooner('perform', dueAt);
    const identities = [...this.tables.identities.values()];
    for (const { nextSweepAt, nextArchivedSweepAt } of identities) {
      sooner('sweep', nextSweepAt ?? 0);
      sooner('sweep', nextArchivedSweepAt ?? 0);
    }
    if (identities.length === 0) sooner('sweep', 0);
    return times;
  }
}
