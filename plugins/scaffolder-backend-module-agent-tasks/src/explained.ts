import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { isError } from '@backstage/errors';
import { refusalText } from './refusalText';
import { isOutage } from './withPatience';

/**
 * Does the work, and says of a failure what it means for this run. A template's author reads the
 * message in the log of the run and has nothing else.
 */
export async function explained<T>(
  consequence: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${consequence} ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AgentTasksResponseError) {
    return refusalText({
      ...error,
      message: error.message,
      code: error.code ?? error.statusCode,
    });
  }
  if (isOutage(error)) {
    return 'Agent Tasks does not answer. Try again once it does: a run that is repeated finds the task it asked for before.';
  }
  return isError(error) ? error.message : String(error);
}
