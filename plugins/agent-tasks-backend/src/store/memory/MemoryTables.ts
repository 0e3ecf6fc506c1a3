import { BreakerFact } from '../../domain/breaker/breakerFact';
import { BreakerState } from '../../domain/breaker/breakerState';
import { CostEntry } from '../../domain/cost/cost';
import { Task } from '../../domain/task/task';
import { TaskEffect } from '../../domain/task/taskEffect';
import { RecordedEvent } from '../TaskQueries';
import {
  FreezeRow,
  IdempotencyClaim,
  IdentityRow,
  Installation,
  PolicyVersion,
  TaskTexts,
  TemplateVersion,
} from '../TaskStore';

export interface MemoryEffect {
  id: string;
  taskId: string;
  effect: TaskEffect;
  dueAt: number | null;
  performedAt: number | null;
  attempts: number;
}

export type MemoryKey = IdempotencyClaim & {
  taskId: string;
  createdAt: number;
};

/**
 * What lies in the tables of the real store, as values that are replaced and never changed: so a
 * task that was loaded stays what it was. All replicas of one portal share one of these.
 */
export class MemoryTables {
  readonly tasks = new Map<string, Task>();
  readonly duplicateKeys = new Map<string, string>();
  readonly texts = new Map<string, TaskTexts>();
  readonly events = new Map<string, RecordedEvent[]>();
  readonly costs = new Map<string, CostEntry[]>();
  /** By dedupe key, in the order in which they were ordered. */
  readonly effects = new Map<string, MemoryEffect>();
  readonly keys = new Map<string, MemoryKey>();
  readonly raw = new Map<string, number>();
  readonly templates = new Map<string, TemplateVersion>();
  readonly policies = new Map<string, PolicyVersion>();
  readonly identities = new Map<string, IdentityRow>();
  readonly freezes = new Map<string, FreezeRow>();
  readonly breakers = new Map<string, BreakerState>();
  readonly breakerFacts = new Map<string, BreakerFact>();
  installation: Installation | undefined;

  /** Grows with every write, so that who waits for something can tell that nothing has changed. */
  writes = 0;

  private undo: (() => void)[] | undefined;

  constructor(
    /** Whole milliseconds; never goes back. */
    readonly clock: () => number,
  ) {}

  /** Replaces a value; taken back when the transaction around it fails. */
  put<K, V>(table: Map<K, V>, key: K, value: V): void {
    const before = table.get(key);
    this.writes += 1;
    this.undo?.push(() =>
      before === undefined ? table.delete(key) : table.set(key, before),
    );
    table.set(key, value);
  }

  /** All of it happens, or nothing. Runs without a pause, so nobody sees the half of it. */
  transaction<T>(work: () => T): T {
    const outer = this.undo;
    const undo: (() => void)[] = [];
    this.undo = undo;
    try {
      const result = work();
      outer?.push(...undo);
      return result;
    } catch (error) {
      undo.reverse().forEach(step => step());
      throw error;
    } finally {
      this.undo = outer;
    }
  }
}
