import {
  AgentTasksError,
  stateOf,
  TaskAction,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Commanded } from '../../engine/commands/command';

/** What a caller is told of a command that the state of the task, or a rule, refused. */
export function conflictError(
  action: TaskAction,
  { reason, task }: Extract<Commanded, { kind: 'refused' }>,
  allowedActions: TaskAction[],
): AgentTasksError {
  const details = { taskId: task.id, allowedActions };
  switch (reason) {
    case 'self_approval':
      return new AgentTasksError('SELF_APPROVAL_FORBIDDEN', {}, { details });
    case 'digest_changed':
      return new AgentTasksError(
        'REVISION_CONFLICT',
        {},
        { details: { ...details, revision: task.revision } },
      );
    case 'attempt_changed':
      return new AgentTasksError(
        'REVISION_CONFLICT',
        {},
        {
          details: {
            ...details,
            revision: task.revision,
            attempts: task.attempts,
          },
        },
      );
    default:
      return new AgentTasksError(
        'TASK_STATE_CONFLICT',
        { action, state: stateOf(task) },
        { details },
      );
  }
}
