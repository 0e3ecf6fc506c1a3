import type {
  BasicPermission,
  PermissionAttributes,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/*
 * Written as plain data rather than with createPermission: that package loads zod, which has no
 * place in a browser's entry chunk.
 */

/**
 * Type of the resources that decisions about one task are made for; the ref is the task's id.
 *
 * @public
 */
export const RESOURCE_TYPE_AGENT_TASK = 'agent-task';

/** @public */
export type AgentTaskPermission = ResourcePermission<
  typeof RESOURCE_TYPE_AGENT_TASK
>;

function basic(
  name: string,
  attributes: PermissionAttributes,
): BasicPermission {
  return { type: 'basic', name, attributes };
}

function onTask(
  name: string,
  attributes: PermissionAttributes,
): AgentTaskPermission {
  return {
    type: 'resource',
    name,
    attributes,
    resourceType: RESOURCE_TYPE_AGENT_TASK,
  };
}

/**
 * Ask for a task, preview one, run one again.
 *
 * @public
 */
export const agentTaskCreatePermission = basic('agent-tasks.task.create', {
  action: 'create',
});

/**
 * See the operations page, freeze and thaw. Our own list of operators is asked as well.
 *
 * @public
 */
export const agentTasksOperationsManagePermission = basic(
  'agent-tasks.operations.manage',
  { action: 'update' },
);

/**
 * See a task, in lists too. Hidden is the same as absent.
 *
 * @public
 */
export const agentTaskReadPermission = onTask('agent-tasks.task.read', {
  action: 'read',
});

/**
 * Change title, assignee, snooze, acknowledgement, priority.
 *
 * @public
 */
export const agentTaskUpdatePermission = onTask('agent-tasks.task.update', {
  action: 'update',
});

/**
 * Answer a waiting agent.
 *
 * @public
 */
export const agentTaskAnswerPermission = onTask('agent-tasks.task.answer', {
  action: 'update',
});

/**
 * Stop a task.
 *
 * @public
 */
export const agentTaskCancelPermission = onTask('agent-tasks.task.cancel', {
  action: 'update',
});

/**
 * Run a task again as a child of it; asks for `agent-tasks.task.create` too.
 *
 * @public
 */
export const agentTaskRetryPermission = onTask('agent-tasks.task.retry', {
  action: 'update',
});

/**
 * Say yes or no to a task that policy wants a person to decide.
 *
 * @public
 */
export const agentTaskApprovePermission = onTask('agent-tasks.task.approve', {
  action: 'update',
});

/**
 * Judge what came of a task, or turn its branch into a pull request.
 *
 * @public
 */
export const agentTaskAcceptPermission = onTask('agent-tasks.task.accept', {
  action: 'update',
});

/**
 * Undo what a task left behind.
 *
 * @public
 */
export const agentTaskRollbackPermission = onTask('agent-tasks.task.rollback', {
  action: 'update',
});

/**
 * Settle an unclear start.
 *
 * @public
 */
export const agentTaskResolvePermission = onTask('agent-tasks.task.resolve', {
  action: 'update',
});

/**
 * All permissions of Agent Tasks.
 *
 * @public
 */
export const agentTasksPermissions = [
  agentTaskCreatePermission,
  agentTasksOperationsManagePermission,
  agentTaskReadPermission,
  agentTaskUpdatePermission,
  agentTaskAnswerPermission,
  agentTaskCancelPermission,
  agentTaskRetryPermission,
  agentTaskApprovePermission,
  agentTaskAcceptPermission,
  agentTaskRollbackPermission,
  agentTaskResolvePermission,
];
