import { TaskQuery } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { BreakerState } from '../domain/breaker/breakerState';
import { HistoryEntry } from '../domain/task/historyEntry';
import { Task } from '../domain/task/task';
import { DueLoop, FreezeRow, IdentityRow } from './TaskStore';

/**
 * Which tasks somebody may see, as data that SQL can filter by. The permission framework's
 * conditions are turned into this in access/.
 */
export type VisibleTasks =
  | { all: true }
  | { anyOf: VisibleTasks[] }
  | { allOf: VisibleTasks[] }
  | { not: VisibleTasks }
  | { requesters: string[] }
  | { owners: string[] }
  | { assignees: string[] }
  | { states: string[] }
  | { entityRefs: string[] }
  | { repositories: string[] };

/** What a list is narrowed to; times are ISO 8601. */
export type TaskFilter = Omit<
  TaskQuery,
  'order' | 'direction' | 'limit' | 'cursor'
>;

/** Where a page ended: the next one starts behind it. Opaque but to the store. */
export interface TaskPosition {
  value: number;
  id: string;
}

export interface TaskListAsk {
  filter: TaskFilter;
  visible: VisibleTasks;
  order: NonNullable<TaskQuery['order']>;
  direction: 'asc' | 'desc';
  limit: number;
  /** `next` of the page before; null for the first. */
  after: TaskPosition | null;
}

export interface TaskList {
  tasks: Task[];
  /** null: this was the last page. */
  next: TaskPosition | null;
  /** Counted up to 1,001. */
  total: number;
}

/** Whose inbox: tasks that need this person as assignee or requester, or one of these groups. */
export type InboxAsk =
  | { scope: 'mine'; person: string }
  | { scope: 'team'; person: string; groups: string[] };

export interface InboxRows {
  groups: {
    attention: string;
    count: number;
    oldestAt: number;
    tasks: Task[];
  }[];
  snoozed: { count: number; tasks: Task[] };
}

/** A line of a task's record as stored. */
export interface RecordedEvent extends HistoryEntry {
  seq: number;
  mac: string;
}

/** A line of a record as its chain is checked; salt and payload are null once it was erased. */
export interface StoredLink {
  seq: number;
  payloadDigest: string;
  mac: string;
  salt: string | null;
  payload: string | null;
}

/** Figures for operators and metrics. Times in milliseconds. */
export interface TaskCounts {
  byState: Record<string, number>;
  byPhase: Record<string, number>;
  byHeld: Record<string, number>;
  /** Tasks that need a person and are routed to nobody: must stay 0. */
  unroutedAttention: number;
  effectsDue: number;
  oldestEffectAt: number | null;
}

/** Everything that reads stored tasks for people. Never decides what is allowed. */
export interface TaskQueries {
  task(id: string, visible: VisibleTasks): Promise<Task | undefined>;
  list(ask: TaskListAsk): Promise<TaskList>;
  inbox(
    ask: InboxAsk,
    visible: VisibleTasks,
    limit: number,
  ): Promise<InboxRows>;
  events(
    taskId: string,
    page: { afterSeq: number; limit: number },
  ): Promise<RecordedEvent[]>;
  /** The whole chain of a record, in order. */
  chain(taskId: string): Promise<StoredLink[]>;
  /** Waiting tasks in admission order. */
  queue(limit: number): Promise<Task[]>;
  inFlight(): Promise<Task[]>;
  /** How long a template's last 20 ended tasks ran, milliseconds, newest first. */
  lastRuns(templateRef: string): Promise<number[]>;
  /** The newest task with this key that is open, or was made since a time (milliseconds). */
  duplicateOf(key: string, since: number | null): Promise<string | undefined>;
  /** Freezes that were not thawed, also those whose time has come. */
  freezes(): Promise<FreezeRow[]>;
  /** Any freeze, also one that is over. */
  freeze(id: string): Promise<FreezeRow | undefined>;
  /** Tasks that wait in a scope, oldest first: how many, and the first of those one may see. */
  waitingIn(
    scope: Pick<FreezeRow, 'scopeKind' | 'scopeRef'>,
    visible: VisibleTasks,
    limit: number,
  ): Promise<{ count: number; tasks: Task[] }>;
  identities(): Promise<IdentityRow[]>;
  /** Breakers that ever opened. */
  breakers(): Promise<BreakerState[]>;
  counts(): Promise<TaskCounts>;
  /** Rows whose time has come, by the loop that would take them. */
  due(): Promise<Record<DueLoop | 'perform', number>>;
}
