import {
  AgentTasksError,
  CreateFreezeRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AuditorService } from '@backstage/backend-plugin-api';
import { isStanding } from '../../domain/admission/freeze';
import { Freezes } from '../../engine/freezes/Freezes';
import { TaskQueries, VisibleTasks } from '../../store/TaskQueries';
import { FreezeRow, TaskStore } from '../../store/TaskStore';
import { audited, AuditedCommand } from '../audited';
import { Caller, isOneOf } from '../caller/Caller';
import { permissionDenied } from '../permission/refusalOf';
import { TaskPermissions } from '../permission/TaskPermissions';
import { TaskView } from '../tasks/TaskView';
import { TaskViews } from '../tasks/TaskViews';

export interface FreezeView {
  freeze: FreezeRow;
  /** Of all tasks, also of those the caller may not see. */
  waiting: number;
}

export interface FreezeReportView extends FreezeView {
  tasks: TaskView[];
}

export interface AuthorizedFreezesOptions {
  queries: Pick<TaskQueries, 'freezes' | 'freeze' | 'waitingIn'>;
  store: Pick<TaskStore, 'now'>;
  freezes: Freezes;
  permissions: TaskPermissions;
  views: TaskViews;
  auditor: AuditorService;
  operators: readonly string[];
}

/** Tasks that a report names. */
const MOST_NAMED = 50;

const NOBODY: VisibleTasks = { anyOf: [] };

/** Freezes, for operators; to freeze and to thaw takes a person. */
export class AuthorizedFreezes {
  constructor(private readonly options: AuthorizedFreezesOptions) {}

  /** Those that stand, oldest first. */
  async list(caller: Caller): Promise<FreezeView[]> {
    const { queries, store } = this.options;
    await this.refuseStranger(caller);
    const now = await store.now();
    const freezes = await queries.freezes();
    return Promise.all(
      freezes
        .filter(freeze => isStanding(freeze, now))
        .map(freeze => this.counted(freeze)),
    );
  }

  /** What waits under a freeze; of one that is over, what waits where it stood. */
  async report(caller: Caller, id: string): Promise<FreezeReportView> {
    const { queries, permissions, views } = this.options;
    await this.refuseStranger(caller);
    const freeze = await queries.freeze(id);
    if (!freeze) throw new AgentTasksError('FREEZE_NOT_FOUND');
    const grants = await permissions.grantsOf(caller.credentials);
    const { count, tasks } = await queries.waitingIn(
      freeze,
      grants.visible,
      MOST_NAMED,
    );
    return {
      freeze,
      waiting: count,
      tasks: await views.list(tasks, caller, grants),
    };
  }

  order(caller: Caller, body: CreateFreezeRequest): Promise<FreezeView> {
    const { kind, ref } = body.scope;
    const scope = { kind, ...(ref === undefined ? {} : { ref }) };
    return this.audited(
      caller,
      { eventId: 'freeze-create', meta: { scope } },
      async () => {
        await this.refuseProgram(caller);
        return this.options.freezes.order(body, caller.ref);
      },
    );
  }

  thaw(caller: Caller, id: string): Promise<FreezeView> {
    return this.audited(
      caller,
      { eventId: 'freeze-thaw', meta: { freezeId: id } },
      async () => {
        await this.refuseProgram(caller);
        return this.options.freezes.thaw(id, caller.ref);
      },
    );
  }

  private async audited(
    caller: Caller,
    audit: Pick<AuditedCommand, 'eventId' | 'meta'>,
    work: () => Promise<FreezeRow>,
  ): Promise<FreezeView> {
    const freeze = await audited(
      this.options.auditor,
      caller,
      { severityLevel: 'high', ...audit },
      work,
      ({ id }) => ({ freezeId: id }),
    );
    return this.counted(freeze);
  }

  private async counted(freeze: FreezeRow): Promise<FreezeView> {
    const { count } = await this.options.queries.waitingIn(freeze, NOBODY, 0);
    return { freeze, waiting: count };
  }

  private async refuseProgram(caller: Caller): Promise<void> {
    if (!caller.isPerson) throw new AgentTasksError('PERSON_REQUIRED');
    await this.refuseStranger(caller);
  }

  private async refuseStranger(caller: Caller): Promise<void> {
    const { operators, permissions } = this.options;
    const mayManage =
      isOneOf(caller, operators) &&
      (await permissions.mayManageOperations(caller.credentials));
    if (!mayManage) throw permissionDenied('agent-tasks.operations.manage');
  }
}
