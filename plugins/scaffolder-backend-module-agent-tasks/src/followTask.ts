import {
  AgentTasksApi,
  Task,
  TaskState,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { explained } from './explained';
import { pullRequestUrlOf } from './pullRequestUrlOf';
import { RunContext } from './RunContext';
import { withPatience } from './withPatience';

/** One question waits at most this long, so that a silent backend is noticed within 30 s. */
const LONG_POLL_SECONDS = 15;

/** How much later than promised an answer may come. */
const ANSWER_MS = 5_000;

/** A pull request is read a moment after the agent's end; the step's own limit holds all the same. */
const PULL_REQUEST_MS = 60_000;

/** The agent is through. What people make of its pull request is another matter. */
const ENDED: readonly TaskState[] = [
  'completed',
  'failed',
  'timed_out',
  'cancelled',
  'rejected',
  'expired',
];

/**
 * Waits until the agent is through, the run is cancelled, or the limit is reached; then the step
 * fails, because the steps behind it count on the end.
 */
export async function followTask(
  api: AgentTasksApi,
  place: { taskId: string; taskUrl: string; waitLimitMs: number },
  { signal, logger }: RunContext,
): Promise<Task | 'cancelled'> {
  const { taskId, taskUrl } = place;
  const deadline = Date.now() + place.waitLimitMs;
  const ask = <T>(
    question: (attempt: AbortSignal) => Promise<T>,
    attemptMs?: number,
  ) =>
    explained(
      `The end of the agent task could not be waited for. It goes on: ${taskUrl}.`,
      () => withPatience(question, { signal, attemptMs }),
    );
  /** The task once it has changed, or one question later; undefined: there is no time left. */
  const later = async (task: Task, until: number) => {
    const remainingMs = until - Date.now();
    if (remainingMs <= 0) return undefined;
    const waitSeconds = Math.min(
      LONG_POLL_SECONDS,
      Math.ceil(remainingMs / 1_000),
    );
    const since = { revision: task.revision, waitSeconds };
    const changed = await ask(
      attempt => api.tasks.waitForChange(taskId, since, { signal: attempt }),
      waitSeconds * 1_000 + ANSWER_MS,
    );
    return changed ?? task;
  };
  try {
    let task = await ask(attempt => api.tasks.get(taskId, { signal: attempt }));
    logger.info('Waiting until the agent is through.', { taskId });
    while (!hasEnded(task)) {
      const next = await later(task, deadline);
      if (!next) throw tooLate(taskUrl);
      task = next;
    }
    const patience = Math.min(deadline, Date.now() + PULL_REQUEST_MS);
    while (!hasEnded(task) || awaitsPullRequest(task)) {
      const next = await later(task, patience);
      if (!next) break;
      task = next;
    }
    logger.info('The agent is through.', { taskId, state: task.state });
    return task;
  } catch (error) {
    if (signal?.aborted) return 'cancelled';
    throw error;
  }
}

function hasEnded({ state, outcome }: Task): boolean {
  return ENDED.includes(state) || outcome !== 'pending';
}

/** It asked for a pull request, and nobody has said yet that there is none. */
function awaitsPullRequest(task: Task): boolean {
  const { state, outcome, createPullRequest } = task;
  return (
    state === 'completed' &&
    outcome === 'pending' &&
    createPullRequest &&
    pullRequestUrlOf(task) === undefined
  );
}

function tooLate(taskUrl: string): Error {
  return new Error(
    `The agent was not through within the timeout of this step. The agent task goes on: ${taskUrl}`,
  );
}
