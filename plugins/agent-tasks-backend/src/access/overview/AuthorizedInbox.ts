import { Attention } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { INBOX_ORDER } from '../../domain/attention/inbox';
import { InboxAsk, TaskQueries } from '../../store/TaskQueries';
import { Caller } from '../caller/Caller';
import { TaskPermissions } from '../permission/TaskPermissions';
import { TaskView } from '../tasks/TaskView';
import { TaskViews } from '../tasks/TaskViews';

export interface InboxView {
  groups: {
    attention: Attention;
    count: number;
    /** Milliseconds. */
    oldestAt: number;
    tasks: TaskView[];
  }[];
  snoozed: { count: number; tasks: TaskView[] };
}

export interface AuthorizedInboxOptions {
  queries: Pick<TaskQueries, 'inbox'>;
  permissions: TaskPermissions;
  views: TaskViews;
}

/** Most tasks of one group; the count is of all. */
const MOST_TASKS = 50;

/** What waits for the caller, or for the groups they are in. */
export class AuthorizedInbox {
  constructor(private readonly options: AuthorizedInboxOptions) {}

  /** `group` narrows the team's inbox; one that is not the caller's has nothing for them. */
  async read(
    caller: Caller,
    scope: InboxAsk['scope'],
    group: string | null,
  ): Promise<InboxView> {
    const { queries, permissions, views } = this.options;
    const grants = await permissions.grantsOf(caller.credentials);
    const ask: InboxAsk =
      scope === 'mine'
        ? { scope, person: caller.ref }
        : { scope, person: caller.ref, groups: groupsOf(caller, group) };
    const rows = await queries.inbox(ask, grants.visible, MOST_TASKS);
    const byName = new Map(rows.groups.map(row => [row.attention, row]));
    const groups = await Promise.all(
      INBOX_ORDER.flatMap(attention => {
        const row = byName.get(attention);
        return row ? [{ ...row, attention }] : [];
      }).map(async row => ({
        ...row,
        tasks: await views.list(row.tasks, caller, grants),
      })),
    );
    const { count, tasks } = rows.snoozed;
    const snoozed = await views.list(tasks, caller, grants);
    return { groups, snoozed: { count, tasks: snoozed } };
  }
}

function groupsOf(caller: Caller, only: string | null): string[] {
  return [...caller.memberOf].filter(
    ref => ref !== caller.ref && (only === null || ref === only),
  );
}
