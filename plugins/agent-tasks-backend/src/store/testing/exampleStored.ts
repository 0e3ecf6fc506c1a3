import { HistoryEntry } from '../../domain/task/historyEntry';
import { Task } from '../../domain/task/task';
import { TaskEffect } from '../../domain/task/taskEffect';
import { ana } from '../../domain/testing/exampleData';
import { taskIn } from '../../domain/testing/exampleTask';
import { IdempotencyClaim, Submission, TaskChange } from '../TaskStore';

/** Nothing is due but what a test says. */
const NOT_DUE = {
  preflightAt: null,
  startDueAt: null,
  readDueAt: null,
  artifactDueAt: null,
  judgeDueAt: null,
  remindDueAt: null,
} satisfies Partial<Task>;

/**
 * A task as it might be stored: made now, in a repository and with an id at the provider of its
 * own, so that no two meet by accident.
 */
export function exampleStored(
  id: string,
  now: number,
  over: Partial<Task> = {},
): Task {
  const task = taskIn(over.phase ?? 'queued', { id });
  return {
    ...task,
    ...NOT_DUE,
    createdAt: now,
    updatedAt: now,
    queuedAt: task.queuedAt === null ? null : now,
    repository: { ...task.repository, id: `repository-${id}` },
    providerTaskId: task.providerTaskId && `provider-${id}`,
    ...over,
  };
}

export function exampleSubmission(
  task: Task,
  over: Partial<Submission> = {},
): Submission {
  return {
    task,
    texts: { prompt: `Do ${task.id}`, parameters: { dependency: 'lodash' } },
    history: [exampleEntry('submitted', task.createdAt)],
    effects: [exampleEffect(`${task.id}:submitted`)],
    idempotency: null,
    duplicateKey: `ask of ${task.id}`,
    refuseDuplicate: false,
    maxWaiting: 1_000,
    ...over,
  };
}

export function exampleKey(
  over: Partial<IdempotencyClaim> = {},
): IdempotencyClaim {
  return {
    principal: ana,
    route: 'POST /v1/tasks',
    key: 'key-1',
    bodyDigest: 'sha256:body',
    ...over,
  };
}

/** One step of a task: what it changes, with a line and an effect. */
export function exampleChange(
  before: Task,
  over: Partial<Task> = {},
  rest: Partial<TaskChange> = {},
): TaskChange {
  const version = before.version + 1;
  return {
    before,
    after: { ...before, version, ...over },
    history: [exampleEntry('updated', before.updatedAt)],
    effects: [exampleEffect(`${before.id}:${version}`)],
    costs: [],
    ...rest,
  };
}

export function exampleEntry(
  type: HistoryEntry['type'],
  at: number,
): HistoryEntry {
  return {
    type,
    at,
    actor: { type: 'user', ref: ana },
    source: 'command',
    details: { why: 'an example' },
  };
}

export function exampleEffect(dedupeKey: string): TaskEffect {
  return { kind: 'signal', dedupeKey, recipients: [ana], revision: 1 };
}
