import { Inbox, Queue } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { InboxView } from '../../access/overview/AuthorizedInbox';
import { QueueView } from '../../access/overview/AuthorizedQueue';
import { presentListItem } from './presentTask';
import { presentHeld } from './presentWaiting';
import { timeOf } from './time';

export function presentInbox({ groups, snoozed }: InboxView): Inbox {
  return {
    groups: groups.map(({ attention, count, oldestAt, tasks }) => ({
      attention,
      count,
      oldestAt: timeOf(oldestAt),
      items: tasks.map(presentListItem),
    })),
    snoozed: {
      count: snoozed.count,
      items: snoozed.tasks.map(presentListItem),
    },
  };
}

export function presentQueue({ items, ...counts }: QueueView): Queue {
  return {
    items: items.map(({ view, position }) => ({
      task: presentListItem(view),
      position,
      held: presentHeld(view.task.held),
    })),
    ...counts,
  };
}
