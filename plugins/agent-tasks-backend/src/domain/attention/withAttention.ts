import { Task } from '../task/task';
import { attentionOf } from './attention';
import { attentionTimes, routesOf } from './routing';

const DAY_MS = 24 * 3_600_000;

const NOTHING = {
  attention: null,
  attentionReason: null,
  attentionSince: null,
  attentionDueAt: null,
  routedTo: [],
  snoozedUntil: null,
  remindedAt: null,
  escalatedAt: null,
  remindDueAt: null,
} satisfies Partial<Task>;

/**
 * The task with its attention brought up to date. Routed at once to the people known so far, and
 * due at once for the remind loop, which resolves them again: so nobody waits for the catalog.
 */
export function withAttention(task: Task, now: number): Task {
  const need = attentionOf(task, now);
  if (need === null) {
    return task.attention === null ? task : { ...task, ...NOTHING };
  }
  const isNew = task.attention !== need.attention;
  const since = isNew ? now : task.attentionSince ?? now;
  const raised: Task = {
    ...task,
    ...(isNew ? NOTHING : {}),
    attention: need.attention,
    attentionReason: need.reason,
    attentionSince: since,
  };
  const times = attentionTimes(raised, since);
  const routes = routesOf(raised, need);
  return {
    ...raised,
    attentionDueAt: times.dueAt,
    routedTo: isSame(routes, task.routedTo) ? task.routedTo : routes,
    remindDueAt: isNew ? now : nextReminderAt(raised, now),
  };
}

export type Reminder = 'remind' | 'escalate' | 'reroute';

/** What the remind loop has to do for a task that is due. */
export function reminderOf(task: Task, now: number): Reminder {
  if (task.attentionSince === null) return 'reroute';
  const { remindAt, escalateAt } = attentionTimes(task, task.attentionSince);
  if (task.escalatedAt === null && escalateAt <= now) return 'escalate';
  if (task.snoozedUntil !== null) {
    return task.snoozedUntil <= now ? 'remind' : 'reroute';
  }
  return task.remindedAt === null && remindAt <= now ? 'remind' : 'reroute';
}

/** A snooze quiets reminders, not the escalation: nothing waits unseen past its time. */
function nextReminderAt(task: Task, now: number): number {
  const { remindAt, escalateAt } = attentionTimes(
    task,
    task.attentionSince ?? now,
  );
  const times = [now + DAY_MS];
  if (task.escalatedAt === null) times.push(escalateAt);
  if (task.snoozedUntil !== null) times.push(task.snoozedUntil);
  else if (task.remindedAt === null) times.push(remindAt);
  return Math.min(...times);
}

function isSame(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((ref, index) => ref === b[index]);
}
