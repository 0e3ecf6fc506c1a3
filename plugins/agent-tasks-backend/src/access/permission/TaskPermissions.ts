import {
  agentTaskAcceptPermission,
  agentTaskAnswerPermission,
  agentTaskApprovePermission,
  agentTaskCancelPermission,
  agentTaskCreatePermission,
  AgentTaskPermission,
  agentTaskReadPermission,
  agentTaskResolvePermission,
  agentTaskRetryPermission,
  agentTaskRollbackPermission,
  agentTasksOperationsManagePermission,
  agentTaskUpdatePermission,
  TaskAction,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionAuthorizer,
  createConditionTransformer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { Task } from '../../domain/task/task';
import { VisibleTasks } from '../../store/TaskQueries';
import { VisibleCondition } from './taskRules';

/** The permission that each command asks for. */
export const PERMISSION_OF: Readonly<Record<TaskAction, AgentTaskPermission>> =
  {
    update: agentTaskUpdatePermission,
    answer: agentTaskAnswerPermission,
    cancel: agentTaskCancelPermission,
    retry: agentTaskRetryPermission,
    approve: agentTaskApprovePermission,
    reject: agentTaskApprovePermission,
    accept: agentTaskAcceptPermission,
    open_pull_request: agentTaskAcceptPermission,
    rollback: agentTaskRollbackPermission,
    resolve: agentTaskResolvePermission,
  };

/** What the framework lets one caller see and do, decided once per request. */
export interface TaskGrants {
  visible: VisibleTasks;
  allows(action: TaskAction, task: Task): boolean;
  mayCreate: boolean;
}

/** Asks Backstage's permission framework. Anything but a plain yes, or a condition that holds, is a no. */
export class TaskPermissions {
  private readonly isMet: (decision: PolicyDecision, task: Task) => boolean;
  private readonly toCriteria: ConditionTransformer<VisibleCondition>;

  constructor(
    private readonly permissions: PermissionsService,
    ruleset: PermissionRuleset<Task, VisibleCondition>,
  ) {
    this.isMet = createConditionAuthorizer(ruleset);
    this.toCriteria = createConditionTransformer(ruleset);
  }

  /** For reading and acting: one question for every command, however many there are. */
  async grantsOf(credentials: BackstageCredentials): Promise<TaskGrants> {
    const asked = [
      ...new Set([agentTaskReadPermission, ...Object.values(PERMISSION_OF)]),
    ];
    const [decisions, mayCreate] = await Promise.all([
      this.permissions.authorizeConditional(
        asked.map(permission => ({ permission })),
        { credentials },
      ),
      this.mayCreate(credentials),
    ]);
    const decided = new Map(
      asked.map((permission, index) => [permission.name, decisions[index]]),
    );
    return {
      mayCreate,
      visible: this.visibleBy(decided.get(agentTaskReadPermission.name)),
      allows: (action, task) => {
        const decision = decided.get(PERMISSION_OF[action].name);
        if (decision === undefined || !this.isMet(decision, task)) return false;
        return action !== 'retry' || mayCreate;
      },
    };
  }

  mayCreate(credentials: BackstageCredentials): Promise<boolean> {
    return this.may(agentTaskCreatePermission, credentials);
  }

  mayManageOperations(credentials: BackstageCredentials): Promise<boolean> {
    return this.may(agentTasksOperationsManagePermission, credentials);
  }

  private async may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  private visibleBy(decision: PolicyDecision | undefined): VisibleTasks {
    switch (decision?.result) {
      case AuthorizeResult.ALLOW:
        return { all: true };
      case AuthorizeResult.CONDITIONAL:
        return visibleOf(this.toCriteria(decision.conditions));
      default:
        return { anyOf: [] };
    }
  }
}

function visibleOf(
  criteria: PermissionCriteria<VisibleCondition>,
): VisibleTasks {
  if ('visible' in criteria) return criteria.visible;
  if ('allOf' in criteria) return { allOf: criteria.allOf.map(visibleOf) };
  if ('anyOf' in criteria) return { anyOf: criteria.anyOf.map(visibleOf) };
  return { not: visibleOf(criteria.not) };
}
