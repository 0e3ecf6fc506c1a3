import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { auditSentence } from '../../domain/record/auditSentence';
import { Task } from '../../domain/task/task';
import {
  TaskListAsk,
  TaskPosition,
  TaskQueries,
} from '../../store/TaskQueries';
import { Caller } from '../caller/Caller';
import { permissionDenied } from '../permission/refusalOf';
import { TaskGrants, TaskPermissions } from '../permission/TaskPermissions';
import { SealReader } from '../ports/SealReader';
import { checkRecord } from './checkRecord';
import { EventView, FullTaskView, RecordView, TaskView } from './TaskView';
import { TaskViews } from './TaskViews';

export interface AuthorizedTasksOptions {
  queries: TaskQueries;
  permissions: TaskPermissions;
  views: TaskViews;
  seals: SealReader;
  /** Waits; ends early when the signal says so. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** One page of a list, and where the next one begins. */
export interface TaskPage {
  tasks: TaskView[];
  next: TaskPosition | null;
  total: number;
}

/** How often a waiting read looks again: other replicas change tasks too. */
const LOOK_EVERY_MS = 1_000;

/** Longer records are read in pages. */
const MOST_EVENTS = 10_000;

/** Reading tasks. What a caller may not see is not there. */
export class AuthorizedTasks {
  constructor(private readonly options: AuthorizedTasksOptions) {}

  async read(caller: Caller, id: string): Promise<FullTaskView> {
    const { task, grants } = await this.visible(caller, id);
    return this.options.views.full(task, caller, grants);
  }

  /** Waits for a revision other than the one known; undefined: there was none in that time. */
  async readWhenChanged(
    caller: Caller,
    id: string,
    known: { revision: number; waitMs: number },
    signal: AbortSignal,
  ): Promise<FullTaskView | undefined> {
    const { queries, views, pause } = this.options;
    const grants = await this.grantsOf(caller);
    for (let left = known.waitMs; ; left -= LOOK_EVERY_MS) {
      const task = await queries.task(id, grants.visible);
      if (!task) throw new AgentTasksError('TASK_NOT_FOUND');
      if (task.revision !== known.revision) {
        return views.full(task, caller, grants);
      }
      if (left <= 0 || signal.aborted) return undefined;
      await pause(Math.min(left, LOOK_EVERY_MS), signal);
    }
  }

  async list(
    caller: Caller,
    { filter, order, direction, limit, after }: Omit<TaskListAsk, 'visible'>,
  ): Promise<TaskPage> {
    const { queries, views } = this.options;
    const grants = await this.grantsOf(caller);
    const { visible } = grants;
    const { tasks, next, total } = await queries.list({
      filter,
      order,
      direction,
      limit,
      after,
      visible,
    });
    return {
      tasks: await views.list(tasks, caller, grants),
      next,
      total,
    };
  }

  async events(
    caller: Caller,
    id: string,
    page: { afterSeq: number; limit: number },
  ): Promise<{ events: EventView[]; hasMore: boolean }> {
    await this.visible(caller, id);
    const events = await this.options.queries.events(id, {
      afterSeq: page.afterSeq,
      limit: page.limit + 1,
    });
    return {
      events: events.slice(0, page.limit),
      hasMore: events.length > page.limit,
    };
  }

  async record(caller: Caller, id: string): Promise<RecordView> {
    const { queries, views, seals } = this.options;
    const { task, grants } = await this.visible(caller, id);
    if (!(await views.mayReadTexts(task, caller))) {
      throw permissionDenied('agent-tasks.task.read');
    }
    const events = await queries.events(id, {
      afterSeq: 0,
      limit: MOST_EVENTS,
    });
    return {
      sentence: auditSentence(task, events[0]?.requestId ?? 'unknown'),
      task: await views.full(task, caller, grants),
      events,
      chain: checkRecord(task, await queries.chain(id), seals),
    };
  }

  private grantsOf({ credentials }: Caller): Promise<TaskGrants> {
    return this.options.permissions.grantsOf(credentials);
  }

  private async visible(
    caller: Caller,
    id: string,
  ): Promise<{ task: Task; grants: TaskGrants }> {
    const grants = await this.grantsOf(caller);
    const task = await this.options.queries.task(id, grants.visible);
    if (!task) throw new AgentTasksError('TASK_NOT_FOUND');
    return { task, grants };
  }
}
