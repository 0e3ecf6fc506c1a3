import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** What somebody else decided about a task while a person looked at it. */
export interface Conflict {
  what:
    | 'assigned'
    | 'released'
    | 'answered'
    | 'cancelled'
    | 'acknowledged'
    | 'snoozed'
    | 'woken'
    | 'moved';
  /** Who, where the task says so. */
  by: string | null;
  /** The task as it is now. */
  fresh: TaskListItem;
}

/** null: nothing that people decide about has changed. */
export function conflictOf(
  seen: TaskListItem,
  fresh: TaskListItem,
): Conflict | null {
  const because = (what: Conflict['what'], by: string | null = null) => ({
    what,
    by,
    fresh,
  });
  if (seen.assignee !== fresh.assignee) {
    return fresh.assignee
      ? because('assigned', fresh.assignee)
      : because('released');
  }
  if (seen.answeredAt !== fresh.answeredAt && fresh.answeredAt) {
    return because('answered', fresh.answeredBy);
  }
  if (seen.cancelRequestedAt !== fresh.cancelRequestedAt) {
    return because('cancelled', fresh.cancelRequestedBy);
  }
  if (seen.acknowledgedAt !== fresh.acknowledgedAt && fresh.acknowledgedAt) {
    return because('acknowledged');
  }
  if (seen.snoozedUntil !== fresh.snoozedUntil) {
    return because(fresh.snoozedUntil ? 'snoozed' : 'woken');
  }
  return seen.status === fresh.status ? null : because('moved');
}
