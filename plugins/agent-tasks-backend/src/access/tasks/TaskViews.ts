import { TaskAction } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { allowedActions } from '../../domain/task/allowedActions';
import { Task } from '../../domain/task/task';
import { answerPlaceOf } from '../../engine/commands/answer';
import { QueuePlaces } from '../../engine/queue/QueuePlaces';
import { TaskStore } from '../../store/TaskStore';
import { Caller } from '../caller/Caller';
import { isConcerned } from '../caller/floor';
import { TaskGrants } from '../permission/TaskPermissions';
import { refusalOf } from '../permission/refusalOf';
import { CatalogAccess } from '../ports/CatalogAccess';
import { FullTaskView, TaskView } from './TaskView';

export interface TaskViewsOptions {
  store: Pick<TaskStore, 'now' | 'texts'>;
  places: QueuePlaces;
  providers: ReadonlyMap<string, AgentProvider>;
  catalog: CatalogAccess;
  operators: readonly string[];
}

/** Commands that nothing obeys yet, so none of them is offered. */
const NOT_OFFERED: readonly TaskAction[] = ['rollback', 'open_pull_request'];

/** Shows tasks to a caller: what they may do with each, where it stands, and no text too many. */
export class TaskViews {
  constructor(private readonly options: TaskViewsOptions) {}

  async list(
    tasks: readonly Task[],
    caller: Caller,
    grants: TaskGrants,
  ): Promise<TaskView[]> {
    const { store, places, providers } = this.options;
    const now = await store.now();
    const standing = await places.of(tasks, now);
    return tasks.map(task => ({
      task,
      allowedActions: this.allowed(task, now, caller, grants),
      place: standing.get(task.id) ?? null,
      answer: answerPlaceOf(task, providers.get(task.providerId)),
    }));
  }

  async full(
    task: Task,
    caller: Caller,
    grants: TaskGrants,
  ): Promise<FullTaskView> {
    const [[view], texts] = await Promise.all([
      this.list([task], caller, grants),
      this.textsOf(task, caller),
    ]);
    return { ...view, texts };
  }

  /** Prompt, parameters and record: for those concerned, and for people who may read the entity. */
  async mayReadTexts(task: Task, caller: Caller): Promise<boolean> {
    const { catalog, operators } = this.options;
    if (isConcerned(caller, task, operators)) return true;
    // The catalog shows everything to every service, so its yes says nothing about one.
    if (caller.type !== 'user') return false;
    if (task.entityRef === null || !task.isEntityBound) return false;
    return catalog.mayRead(task.entityRef, caller.credentials);
  }

  allowed(
    task: Task,
    now: number,
    caller: Caller,
    grants: TaskGrants,
  ): TaskAction[] {
    const { operators } = this.options;
    return allowedActions(task, now).filter(
      action =>
        !NOT_OFFERED.includes(action) &&
        refusalOf(action, caller, task, { grants, operators }) === null,
    );
  }

  private async textsOf(
    task: Task,
    caller: Caller,
  ): Promise<FullTaskView['texts']> {
    return (await this.mayReadTexts(task, caller))
      ? (await this.options.store.texts(task.id)) ?? null
      : null;
  }
}
