import type {
  Inbox,
  Task,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleTask } from '../../../testing/exampleTask';

const HOUR_MS = 3_600_000;

/** A waiting task, by its number; it has as many hours left. */
export function waitingTask(number: number, changes: Partial<Task> = {}): Task {
  return exampleTask({
    id: `t${number}`,
    title: `Task ${number}`,
    attentionSince: new Date(Date.now() - HOUR_MS).toISOString(),
    attentionDueAt: new Date(
      Date.now() + (number + 0.5) * HOUR_MS,
    ).toISOString(),
    allowedActions: ['update', 'cancel'],
    ...changes,
  });
}

/** One that waits for a yes. */
export function approvalTask(number: number, changes: Partial<Task> = {}) {
  return waitingTask(number, {
    status: 'needs_approval',
    state: 'pending_approval',
    phase: 'pending_approval',
    attention: 'approval',
    attentionReason: 'policy',
    approvalDigest: `sha256:${String(number).padStart(64, '0')}`,
    prompt: `Do what task ${number} says.`,
    allowedActions: ['update', 'approve', 'reject', 'cancel'],
    ...changes,
  });
}

/** One that went wrong. */
export function failedTask(number: number, changes: Partial<Task> = {}) {
  return waitingTask(number, {
    status: 'not_done',
    state: 'failed',
    attention: 'failure',
    attentionReason: 'agent_failed',
    allowedActions: ['update', 'retry'],
    ...changes,
  });
}

/** As the API groups them; those put aside are a group of their own. */
export function inboxOf(tasks: readonly TaskListItem[]): Inbox {
  const awake = tasks.filter(task => task.snoozedUntil === null);
  const asleep = tasks.filter(task => task.snoozedUntil !== null);
  const attentions = [...new Set(awake.map(task => task.attention))];
  return {
    groups: attentions.flatMap(attention => {
      const items = awake.filter(task => task.attention === attention);
      return attention
        ? [{ attention, count: items.length, oldestAt: null, items }]
        : [];
    }),
    snoozed: { count: asleep.length, items: asleep },
  };
}
