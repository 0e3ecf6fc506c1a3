import { Knex } from 'knex';
import { BreakerState } from '../domain/breaker/breakerState';
import { Task } from '../domain/task/task';
import { READ_COLUMNS, ReadRow, taskOf } from './rows';
import { selectIdentities } from './statements/identity/selectIdentities';
import { selectBreakers } from './statements/breaker/selectBreakers';
import { countDue } from './statements/list/countDue';
import { countTasks } from './statements/list/countTasks';
import { listTasks } from './statements/list/listTasks';
import { selectInbox } from './statements/list/selectInbox';
import { selectWaitingIn } from './statements/list/selectWaitingIn';
import { selectRuns } from './statements/list/selectRuns';
import { whereVisible } from './statements/list/whereVisible';
import { selectChain } from './statements/record/selectChain';
import { selectEvents } from './statements/record/selectEvents';
import { selectFreeze } from './statements/freeze/selectFreeze';
import { selectFreezes } from './statements/freeze/selectFreezes';
import { findDuplicate } from './statements/task/findDuplicate';
import { selectCandidates } from './statements/task/selectCandidates';
import { selectInFlight } from './statements/task/selectInFlight';
import { DUE_LOOPS } from './dueLoops';
import {
  InboxAsk,
  InboxRows,
  RecordedEvent,
  StoredLink,
  TaskCounts,
  TaskList,
  TaskListAsk,
  TaskQueries,
  VisibleTasks,
} from './TaskQueries';
import { FreezeRow, IdentityRow } from './TaskStore';

/** Reads of the task store for people, on Backstage's database. */
export class DatabaseTaskQueries implements TaskQueries {
  constructor(private readonly knex: Knex) {}

  async task(id: string, visible: VisibleTasks): Promise<Task | undefined> {
    const row: ReadRow | undefined = await whereVisible(
      this.knex('task').where('id', id),
      visible,
    ).first(READ_COLUMNS);
    return row && taskOf(row);
  }

  list(ask: TaskListAsk): Promise<TaskList> {
    return listTasks(this.knex, ask);
  }

  inbox(
    ask: InboxAsk,
    visible: VisibleTasks,
    limit: number,
  ): Promise<InboxRows> {
    return selectInbox(this.knex, ask, visible, limit);
  }

  events(
    taskId: string,
    page: { afterSeq: number; limit: number },
  ): Promise<RecordedEvent[]> {
    return selectEvents(this.knex, taskId, page);
  }

  chain(taskId: string): Promise<StoredLink[]> {
    return selectChain(this.knex, taskId);
  }

  queue(limit: number): Promise<Task[]> {
    return selectCandidates(this.knex, ['queued'], limit);
  }

  inFlight(): Promise<Task[]> {
    return selectInFlight(this.knex);
  }

  lastRuns(templateRef: string): Promise<number[]> {
    return selectRuns(this.knex, templateRef);
  }

  duplicateOf(key: string, since: number | null): Promise<string | undefined> {
    return findDuplicate(this.knex, key, since);
  }

  freezes(): Promise<FreezeRow[]> {
    return selectFreezes(this.knex);
  }

  freeze(id: string): Promise<FreezeRow | undefined> {
    return selectFreeze(this.knex, id);
  }

  waitingIn(
    scope: Pick<FreezeRow, 'scopeKind' | 'scopeRef'>,
    visible: VisibleTasks,
    limit: number,
  ): Promise<{ count: number; tasks: Task[] }> {
    return selectWaitingIn(this.knex, scope, visible, limit);
  }

  identities(): Promise<IdentityRow[]> {
    return selectIdentities(this.knex);
  }

  breakers(): Promise<BreakerState[]> {
    return selectBreakers(this.knex);
  }

  counts(): Promise<TaskCounts> {
    return countTasks(this.knex);
  }

  due(): ReturnType<TaskQueries['due']> {
    return countDue(this.knex, DUE_LOOPS);
  }
}
