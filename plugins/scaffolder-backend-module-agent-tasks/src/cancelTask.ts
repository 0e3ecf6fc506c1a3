import {
  AgentTasksApi,
  AgentTasksResponseError,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { explained } from './explained';
import { RunContext } from './RunContext';
import { withPatience } from './withPatience';

/** Cancels the task of a cancelled run. May be repeated: a task that ended already is left alone. */
export async function cancelTask(
  api: AgentTasksApi,
  { taskId, taskUrl }: { taskId: string; taskUrl: string },
  { logger }: RunContext,
): Promise<void> {
  const reason = 'The template run that asked for it was cancelled.';
  await explained(
    `The run was cancelled, but the agent task could not be. It goes on: ${taskUrl}.`,
    async () => {
      try {
        await withPatience(signal =>
          api.tasks.act(taskId, 'cancel', { reason }, { signal }),
        );
        logger.info('The agent task is cancelled with the run.', { taskId });
      } catch (error) {
        if (!hadEnded(error)) throw error;
        logger.info('The agent task had ended before.', { taskId });
      }
    },
  );
}

function hadEnded(error: unknown): boolean {
  return (
    error instanceof AgentTasksResponseError &&
    error.code === 'TASK_STATE_CONFLICT'
  );
}
