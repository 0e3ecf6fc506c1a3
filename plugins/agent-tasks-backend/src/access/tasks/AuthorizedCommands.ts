import {
  AgentTasksError,
  TaskAction,
  TaskCommands,
  UpdateTaskRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { Task } from '../../domain/task/task';
import { CommandBy, Commanded } from '../../engine/commands/command';
import { Commands } from '../../engine/commands/Commands';
import { TaskQueries } from '../../store/TaskQueries';
import { TaskStore } from '../../store/TaskStore';
import { audited } from '../audited';
import { Caller, isOneOf } from '../caller/Caller';
import { permissionDenied, refusalOf } from '../permission/refusalOf';
import { TaskGrants, TaskPermissions } from '../permission/TaskPermissions';
import { CatalogAccess } from '../ports/CatalogAccess';
import { conflictError } from './conflictError';
import { FullTaskView } from './TaskView';
import { TaskViews } from './TaskViews';

export interface AuthorizedCommandsOptions {
  queries: Pick<TaskQueries, 'task'>;
  store: Pick<TaskStore, 'now'>;
  commands: Commands;
  permissions: TaskPermissions;
  views: TaskViews;
  catalog: CatalogAccess;
  auditor: AuditorService;
  operators: readonly string[];
}

/** Commands that are run through `Commands` with the body they came with. */
type Command = Exclude<
  keyof TaskCommands,
  'retry' | 'rollback' | 'open_pull_request'
>;

const SEVERITY: Readonly<
  Record<Command | 'update', AuditorServiceEventSeverityLevel>
> = {
  update: 'low',
  approve: 'medium',
  reject: 'medium',
  cancel: 'medium',
  answer: 'medium',
  accept: 'medium',
  resolve: 'high',
};

/** Commands about one task: who may is asked first, and every one leaves an auditor event. */
export class AuthorizedCommands {
  constructor(private readonly options: AuthorizedCommandsOptions) {}

  act<C extends Command>(
    caller: Caller,
    id: string,
    action: C,
    body: TaskCommands[C],
  ): Promise<FullTaskView> {
    return this.audited(caller, id, action, () =>
      this.carryOut(caller, id, action, by => this.run(id, action, body, by)),
    );
  }

  /** `revision`: the one that was read; null for whatever there is. */
  update(
    caller: Caller,
    id: string,
    body: UpdateTaskRequest,
    revision: number | null,
  ): Promise<FullTaskView> {
    const { commands, operators } = this.options;
    return this.audited(caller, id, 'update', () =>
      this.carryOut(caller, id, 'update', async by => {
        if ((body.priority ?? 0) > 0 && !isOneOf(caller, operators)) {
          throw permissionDenied('agent-tasks.operations.manage');
        }
        if (body.assignee) await this.refuseStranger(caller, body.assignee);
        const { snoozedUntil, ...fields } = body;
        return commands.update(
          id,
          { ...fields, ...snoozeOf(snoozedUntil) },
          revision,
          by,
        );
      }),
    );
  }

  private async carryOut(
    caller: Caller,
    id: string,
    action: TaskAction,
    work: (by: CommandBy) => Promise<Commanded>,
  ): Promise<FullTaskView> {
    const { permissions, queries, views, operators } = this.options;
    const grants = await permissions.grantsOf(caller.credentials);
    const task = await queries.task(id, grants.visible);
    if (!task) throw new AgentTasksError('TASK_NOT_FOUND');
    const refusal = refusalOf(action, caller, task, { grants, operators });
    if (refusal) throw refusal;
    const done = await work(byCaller(caller));
    if (done.kind === 'refused') {
      throw conflictError(
        action,
        done,
        await this.allowed(done.task, caller, grants),
      );
    }
    return views.full(done.task, caller, grants);
  }

  private run<C extends Command>(
    id: string,
    action: C,
    body: TaskCommands[C],
    by: CommandBy,
  ): Promise<Commanded> {
    const { commands } = this.options;
    const run: {
      [K in Command]: (
        id: string,
        body: TaskCommands[K],
        by: CommandBy,
      ) => Promise<Commanded>;
    } = commands;
    return run[action](id, body, by);
  }

  private async allowed(
    task: Task,
    caller: Caller,
    grants: TaskGrants,
  ): Promise<TaskAction[]> {
    const { store, views } = this.options;
    return views.allowed(task, await store.now(), caller, grants);
  }

  /** A task that is assigned to nobody real would wait unseen. */
  private async refuseStranger(caller: Caller, ref: string): Promise<void> {
    const { catalog } = this.options;
    const isUser = ref.startsWith('user:');
    if (isUser && (await catalog.mayRead(ref, caller.credentials))) return;
    throw new AgentTasksError(
      'INVALID_REQUEST',
      {},
      {
        violations: [
          { field: 'assignee', rule: 'custom', hint: 'a user of the catalog' },
        ],
      },
    );
  }

  private audited(
    caller: Caller,
    id: string,
    action: Command | 'update',
    work: () => Promise<FullTaskView>,
  ): Promise<FullTaskView> {
    return audited(
      this.options.auditor,
      caller,
      {
        eventId: `task-${action}`,
        severityLevel: SEVERITY[action],
        meta: { taskId: id },
      },
      work,
      ({ task }) => ({ phase: task.phase, revision: task.revision }),
    );
  }
}

function byCaller({ type, ref, plugin, requestId }: Caller): CommandBy {
  return { actor: { type, ref, ...(plugin && { plugin }) }, requestId };
}

/** Left out stays left out: null wakes the task. */
function snoozeOf(until: string | null | undefined): {
  snoozedUntil?: number | null;
} {
  if (until === undefined) return {};
  return { snoozedUntil: until === null ? null : Date.parse(until) };
}
