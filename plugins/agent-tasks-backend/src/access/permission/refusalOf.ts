import {
  AgentTasksError,
  TaskAction,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../../domain/task/task';
import { Caller } from '../caller/Caller';
import { floorAllows, isSelfApproval, needsPerson } from '../caller/floor';
import { PERMISSION_OF, TaskGrants } from './TaskPermissions';

/** Why a caller may not give a command about a task; null when they may. */
export function refusalOf(
  action: TaskAction,
  caller: Caller,
  task: Task,
  { grants, operators }: { grants: TaskGrants; operators: readonly string[] },
): AgentTasksError | null {
  if (needsPerson(action) && !caller.isPerson) {
    return new AgentTasksError('PERSON_REQUIRED');
  }
  if (isSelfApproval(action, caller, task)) {
    return new AgentTasksError('SELF_APPROVAL_FORBIDDEN');
  }
  const mayDo =
    grants.allows(action, task) && floorAllows(action, caller, task, operators);
  return mayDo ? null : permissionDenied(PERMISSION_OF[action].name);
}

export function permissionDenied(permission: string): AgentTasksError {
  return new AgentTasksError(
    'PERMISSION_DENIED',
    {},
    { details: { permission } },
  );
}
