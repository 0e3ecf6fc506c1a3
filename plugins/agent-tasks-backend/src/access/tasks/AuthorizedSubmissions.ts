import {
  AgentTasksError,
  CreateTaskRequest,
  TaskCommands,
  TaskPreview,
  TemplateList,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Directory } from '../../engine/ports/Directory';
import { Submissions, Submitted } from '../../engine/submission/Submissions';
import { TaskQueries } from '../../store/TaskQueries';
import { audited, AuditedCommand } from '../audited';
import { Caller, isOneOf } from '../caller/Caller';
import { permissionDenied, refusalOf } from '../permission/refusalOf';
import { TaskGrants, TaskPermissions } from '../permission/TaskPermissions';
import { conflictError } from './conflictError';
import { FullTaskView } from './TaskView';
import { TaskViews } from './TaskViews';

export interface AuthorizedSubmissionsOptions {
  queries: Pick<TaskQueries, 'task'>;
  submissions: Submissions;
  permissions: TaskPermissions;
  views: TaskViews;
  auditor: AuditorService;
  operators: readonly string[];
  /** The catalog with the eyes of whoever these credentials are for. */
  directoryFor(credentials: BackstageCredentials): Directory;
}

export interface SubmittedView {
  task: FullTaskView;
  /** An earlier request made it. */
  isReplay: boolean;
}

/** Asking for tasks: what there is to choose from, what would happen, and the ask itself. */
export class AuthorizedSubmissions {
  constructor(private readonly options: AuthorizedSubmissionsOptions) {}

  /** For everybody who is signed in; the catalog shows each what they may see. */
  templates(caller: Caller, entityRef: string | null): Promise<TemplateList> {
    const { submissions, directoryFor } = this.options;
    return submissions.templates(directoryFor(caller.credentials), entityRef);
  }

  async preview(caller: Caller, body: CreateTaskRequest): Promise<TaskPreview> {
    const { permissions, submissions } = this.options;
    if (!(await permissions.mayCreate(caller.credentials)))
      throw mayNotCreate();
    this.refuseBeyondCaller(caller, body);
    return submissions.preview({ ...this.from(caller), body });
  }

  create(
    caller: Caller,
    body: CreateTaskRequest,
    idempotencyKey?: string,
  ): Promise<SubmittedView> {
    return this.audited(caller, { eventId: 'task-create' }, async () => {
      const { submissions, permissions } = this.options;
      const grants = await permissions.grantsOf(caller.credentials);
      if (!grants.mayCreate) throw mayNotCreate();
      this.refuseBeyondCaller(caller, body);
      const submitted = await submissions.submit(
        { ...this.from(caller), body },
        idempotencyKey,
      );
      return this.shown(submitted, caller, grants);
    });
  }

  retry(
    caller: Caller,
    id: string,
    order: TaskCommands['retry'],
    idempotencyKey?: string,
  ): Promise<SubmittedView> {
    const audit = { eventId: 'task-retry', meta: { taskId: id } };
    return this.audited(caller, audit, async () => {
      const { submissions, permissions, queries, operators } = this.options;
      const grants = await permissions.grantsOf(caller.credentials);
      const parent = await queries.task(id, grants.visible);
      if (!parent) throw new AgentTasksError('TASK_NOT_FOUND');
      const access = { grants, operators };
      const refusal = refusalOf('retry', caller, parent, access);
      if (refusal) throw refusal;
      try {
        const submitted = await submissions.retry(
          parent,
          order,
          this.from(caller),
          idempotencyKey,
        );
        return await this.shown(submitted, caller, grants);
      } catch (error) {
        if (!isStateConflict(error)) throw error;
        const [view] = await this.options.views.list([parent], caller, grants);
        throw conflictError(
          'retry',
          { kind: 'refused', reason: 'not_now', task: parent },
          view.allowedActions,
        );
      }
    });
  }

  /** What a body may say only in the name of some. */
  private refuseBeyondCaller(caller: Caller, body: CreateTaskRequest): void {
    if (body.allowDuplicate && !caller.isPerson) {
      throw new AgentTasksError('PERSON_REQUIRED');
    }
    if ((body.priority ?? 0) > 0 && !isOneOf(caller, this.options.operators)) {
      throw permissionDenied('agent-tasks.operations.manage');
    }
  }

  private async shown(
    { task, isReplay }: Submitted,
    caller: Caller,
    grants: TaskGrants,
  ): Promise<SubmittedView> {
    const { views } = this.options;
    return { task: await views.full(task, caller, grants), isReplay };
  }

  private from(caller: Caller) {
    const { requestId, credentials } = caller;
    const directory = this.options.directoryFor(credentials);
    return { caller, directory, requestId };
  }

  private audited(
    caller: Caller,
    audit: Pick<AuditedCommand, 'eventId' | 'meta'>,
    work: () => Promise<SubmittedView>,
  ): Promise<SubmittedView> {
    return audited(
      this.options.auditor,
      caller,
      { severityLevel: 'medium', ...audit },
      work,
      ({ task: { task }, isReplay }): JsonObject => ({
        newTaskId: task.id,
        isReplay,
      }),
    );
  }
}

function mayNotCreate(): AgentTasksError {
  return permissionDenied('agent-tasks.task.create');
}

function isStateConflict(error: unknown): boolean {
  return (
    error instanceof AgentTasksError && error.code === 'TASK_STATE_CONFLICT'
  );
}
