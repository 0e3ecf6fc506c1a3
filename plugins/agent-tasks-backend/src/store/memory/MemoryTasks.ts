import {
  holdsRepository,
  mayCount,
} from '../../domain/admission/holdsRepository';
import { CostChange } from '../../domain/cost/cost';
import { Json } from '../../domain/record/canonicalJson';
import { Task } from '../../domain/task/task';
import { TaskEffect } from '../../domain/task/taskEffect';
import { hasEnded, headRefOf } from '../../domain/task/taskProgress';
import { HistoryEntry } from '../../domain/task/historyEntry';
import { RecordSeal } from '../RecordSeal';
import { sealEvents } from '../statements/record/appendEvents';
import { ReadHint, Submission, TaskChange } from '../TaskStore';
import { breakerFactsOf } from '../../domain/breaker/breakerFactsOf';
import { MemoryBreakers } from './MemoryBreakers';
import { MemoryTables } from './MemoryTables';

/** Ends a write as the unique index of one flight per repository would. */
export class FlightTaken extends Error {}

const DUE_FIELDS = [
  'startDueAt',
  'readDueAt',
  'artifactDueAt',
  'judgeDueAt',
  'remindDueAt',
] as const;

export type DueField = (typeof DUE_FIELDS)[number];

/** A hint brings these forward without touching the version. */
const HINTED: readonly DueField[] = ['readDueAt', 'artifactDueAt'];

/** Tasks with what must be true together with them, by the rules of the tables and their indexes. */
export class MemoryTasks {
  constructor(
    private readonly tables: MemoryTables,
    private readonly seal: RecordSeal,
    private readonly newId: () => string,
    private readonly breakers: MemoryBreakers,
  ) {}

  insert({ task, texts, history, effects, duplicateKey }: Submission): void {
    const { tables } = this;
    if (tables.tasks.has(task.id)) throw new Error('The task is there already');
    const empty = { ...task, eventCount: 0, chainHead: null };
    this.keep(empty, history);
    tables.put(tables.texts, task.id, texts);
    tables.put(tables.duplicateKeys, task.id, duplicateKey);
    this.order(task.id, task.createdAt, effects);
  }

  /** Undefined: the version has passed, and nothing was written. */
  update(change: TaskChange): Task | undefined {
    const { before, after, history, effects, costs, raw } = change;
    const stored = this.tables.tasks.get(before.id);
    if (!stored || stored.version !== before.version) return undefined;
    const { eventCount, chainHead } = before;
    const next = { ...after, eventCount, chainHead };
    for (const field of DUE_FIELDS) {
      next[field] = dueAtOf(field, stored, before, after);
    }
    const saved = this.keep(next, history);
    this.order(after.id, after.updatedAt, effects);
    this.charge(after.id, costs);
    this.breakers.learn(breakerFactsOf(before, after, history));
    if (raw !== undefined) this.keepRaw(after, raw);
    return {
      ...after,
      eventCount: saved.eventCount,
      chainHead: saved.chainHead,
    };
  }

  /** Moves one due time, and nothing else. */
  setDue(task: Task, field: DueField, at: number): void {
    this.tables.put(this.tables.tasks, task.id, { ...task, [field]: at });
  }

  /** What a hint is about and would be read later than `at`. */
  hinted(field: DueField, hint: ReadHint, at: number): Task[] {
    return [...this.tables.tasks.values()].filter(task => {
      const dueAt = task[field];
      if (task.providerTaskId === null) return false;
      if (dueAt !== null && dueAt <= at) return false;
      if (hint.providerTaskId !== undefined) {
        return task.providerTaskId === hint.providerTaskId;
      }
      return (
        task.repository.id === hint.repositoryId &&
        (hint.branch === undefined || headRefOf(task) === hint.branch)
      );
    });
  }

  inFlight(): Task[] {
    return [...this.tables.tasks.values()].filter(mayCount);
  }

  openDuplicate(duplicateKey: string): string | undefined {
    return [...this.tables.tasks.values()]
      .filter(task => !hasEnded(task) && task.outcome === 'pending')
      .sort((a, b) => b.createdAt - a.createdAt)
      .find(({ id }) => this.tables.duplicateKeys.get(id) === duplicateKey)?.id;
  }

  private keep(task: Task, history: readonly HistoryEntry[]): Task {
    const { tables, seal } = this;
    const { head, lines } = sealEvents(seal, task.id, task, history);
    const next = { ...task, ...head };
    this.refuseTwins(next);
    tables.put(tables.tasks, task.id, next);
    if (lines.length > 0) {
      const known = tables.events.get(task.id) ?? [];
      const added = lines.map(({ entry, seq, mac }) => ({
        ...entry,
        seq,
        mac,
      }));
      tables.put(tables.events, task.id, [...known, ...added]);
    }
    return next;
  }

  /** The unique indexes: one flight per repository, one task of ours per task of the provider. */
  private refuseTwins(task: Task): void {
    const flight = flightOf(task);
    for (const other of this.tables.tasks.values()) {
      if (other.id === task.id) continue;
      if (flight !== null && flightOf(other) === flight) {
        throw new FlightTaken('A start may be under way in the repository');
      }
      if (
        task.providerTaskId !== null &&
        other.providerTaskId === task.providerTaskId &&
        other.providerId === task.providerId
      ) {
        throw new Error('Another task is tied to this one of the provider');
      }
    }
  }

  private order(
    taskId: string,
    at: number,
    effects: readonly TaskEffect[],
  ): void {
    const { tables, newId } = this;
    for (const effect of effects) {
      if (tables.effects.has(effect.dedupeKey)) continue;
      tables.put(tables.effects, effect.dedupeKey, {
        id: newId(),
        taskId,
        effect,
        dueAt: at,
        performedAt: null,
        attempts: 0,
      });
    }
  }

  private charge(taskId: string, changes: readonly CostChange[]): void {
    const { tables } = this;
    for (const { step, ...entry } of changes) {
      const entries = tables.costs.get(taskId) ?? [];
      const known = entries.find(
        ({ session, kind }) => session === entry.session && kind === entry.kind,
      );
      if (step === 'insert' && known) throw new Error('Charged twice');
      if (step !== 'insert' && (!known || known.amount >= entry.amount))
        continue;
      const others = entries.filter(each => each !== known);
      tables.put(tables.costs, taskId, [...others, entry]);
    }
  }

  private keepRaw(task: Task, _raw: Json): void {
    const key = `${task.id} ${task.version}`;
    this.tables.put(this.tables.raw, key, task.updatedAt);
  }
}

function flightOf(task: Task): string | null {
  const { host, id, slug } = task.repository;
  return holdsRepository(task) ? `${host}/${id ?? slug}` : null;
}

/** As `updateTask` says it: what the change does not move stays, and a hint is not moved back. */
function dueAtOf(
  field: DueField,
  stored: Task,
  before: Task,
  after: Task,
): number | null {
  const [there, loaded, next] = [stored[field], before[field], after[field]];
  if (next === loaded) return there;
  if (!HINTED.includes(field) || there === null) return next;
  const isHinted = loaded === null || there < loaded;
  const isSooner = next === null || there < next;
  return isHinted && isSooner ? there : next;
}
