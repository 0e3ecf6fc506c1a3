import {
  stateOf,
  statusOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { holdsRepository, mayCount } from '../domain/admission/holdsRepository';
import { Task } from '../domain/task/task';
import { hasEnded, headRefOf } from '../domain/task/taskProgress';
import { numberOrNull } from './databaseClock';
import { DUE_COLUMNS, DueColumn, TaskRow } from './tables';

/** What lies in columns alone, because loops move it without touching the record. */
type ColumnField =
  | 'preflightAt'
  | 'startDueAt'
  | 'readDueAt'
  | 'artifactDueAt'
  | 'judgeDueAt'
  | 'remindDueAt';

/** When which loop looks at a task again. */
export function dueTimesOf(task: Task): Pick<TaskRow, DueColumn> {
  return {
    start_due_at: task.startDueAt,
    read_due_at: task.readDueAt,
    artifact_due_at: task.artifactDueAt,
    judge_due_at: task.judgeDueAt,
    remind_due_at: task.remindDueAt,
  };
}

/** Writes a task as a row: the columns are projections of the document, but for the due columns. */
export function rowOf(task: Task): Omit<TaskRow, 'duplicate_key'> {
  const {
    preflightAt,
    startDueAt: _start,
    readDueAt: _read,
    artifactDueAt: _artifact,
    judgeDueAt: _judge,
    remindDueAt: _remind,
    ...document
  } = task;
  const isEnded = hasEnded(task);
  return {
    id: task.id,
    version: task.version,
    revision: task.revision,
    created_at: task.createdAt,
    updated_at: task.updatedAt,
    phase: task.phase,
    state: stateOf(task),
    status: statusOf(task),
    outcome: task.outcome,
    held_reason: task.phase === 'queued' ? task.held?.reason ?? null : null,
    is_open: !isEnded && task.outcome === 'pending',
    is_counted: mayCount(task),
    title: task.title,
    search: searchOf(task),
    entity_ref: task.entityRef,
    repository_host: task.repository.host,
    repository_slug: task.repository.slug,
    repository_id: task.repository.id,
    requester_ref: task.requester.ref,
    via_kind: task.via.kind,
    policy_id: task.policy.id,
    identity_id: task.identity.id,
    template_ref: task.template?.ref ?? null,
    provider: task.providerId,
    provider_task_id: task.providerTaskId,
    branch: headRefOf(task) ?? null,
    flight_key: holdsRepository(task)
      ? `${task.repository.host}/${task.repository.id ?? task.repository.slug}`
      : null,
    priority: task.priority,
    fair_key: task.fairKey,
    queued_at: task.queuedAt,
    attention: task.attention,
    attention_reason: task.attentionReason,
    attention_since: task.attentionSince,
    attention_due_at: task.attentionDueAt,
    assignee: task.assignee,
    snoozed_until: task.snoozedUntil,
    epoch: task.epoch,
    lease_holder: task.lease?.holder ?? null,
    lease_until: task.lease?.until ?? null,
    preflight_at: preflightAt,
    ...dueTimesOf(task),
    started_at: task.startedAt,
    ended_at: task.endedAt,
    event_count: task.eventCount,
    chain_head: task.chainHead,
    document: JSON.stringify(document),
  };
}

/** The owners of a task as rows, with what the lists of an owner are ordered and narrowed by. */
export function ownerRowsOf(task: Task) {
  return [...new Set(task.people.owners)].map(ref => ({
    task_id: task.id,
    owner_ref: ref,
    task_created_at: task.createdAt,
    task_status: statusOf(task),
  }));
}

/** Whom a task is routed to, as rows. */
export function routeRowsOf({ id, routedTo }: Task) {
  return [...new Set(routedTo)].map(ref => ({ task_id: id, owner_ref: ref }));
}

/** What it takes to read a task: all other columns repeat the document. */
export const READ_COLUMNS = [
  'document',
  'preflight_at',
  ...DUE_COLUMNS,
] as const;

export type ReadRow = Pick<TaskRow, (typeof READ_COLUMNS)[number]>;

/** Reads a task from its row. */
export function taskOf(row: ReadRow): Task {
  const document: Omit<Task, ColumnField> = JSON.parse(row.document);
  // Written into what was parsed: a page is many documents, and a copy of each costs as much again.
  return Object.assign(document, {
    preflightAt: numberOrNull(row.preflight_at),
    startDueAt: numberOrNull(row.start_due_at),
    readDueAt: numberOrNull(row.read_due_at),
    artifactDueAt: numberOrNull(row.artifact_due_at),
    judgeDueAt: numberOrNull(row.judge_due_at),
    remindDueAt: numberOrNull(row.remind_due_at),
  });
}

function searchOf(task: Task): string {
  return [task.title, task.repository.slug, task.template?.ref, task.entityRef]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}
