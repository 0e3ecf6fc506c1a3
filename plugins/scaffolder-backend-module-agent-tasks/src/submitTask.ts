import { createHash } from 'node:crypto';
import { AgentTasksApi } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { explained } from './explained';
import { RunContext } from './RunContext';
import { TaskRequest } from './taskRequestOf';
import { withPatience } from './withPatience';

/**
 * Asks for the task, once per run, step, template and repository.
 *
 * The checkpoint spares the question after a restart, but a crash can fall between the answer and
 * the checkpoint: then the same key finds the task that is there already. It has to name the
 * template and the repository, because one step asks for several tasks under `each`, and neither
 * the scaffolder's checkpoints nor its context tell those apart.
 *
 * Deaf to the run's cancellation on purpose: only the answer says which task there is to cancel.
 */
export async function submitTask(
  api: AgentTasksApi,
  request: TaskRequest,
  ctx: RunContext,
): Promise<{ taskId: string; state: string }> {
  const key = keyOf(request, ctx);
  return ctx.checkpoint({
    key: `agent-task.${key}`,
    fn: async () => {
      const { task, replayed } = await explained(
        'The agent task could not be asked for.',
        () =>
          withPatience(signal =>
            api.tasks.create(request, { idempotencyKey: key, signal }),
          ),
      );
      ctx.logger.info(
        replayed
          ? 'The agent task of this step was taken down before.'
          : 'The agent task is taken down.',
        { taskId: task.id, state: task.state },
      );
      return { taskId: task.id, state: task.state };
    },
  });
}

/** A digest, because names may be longer than a key and hold more than ASCII. */
function keyOf(
  { template, repository }: TaskRequest,
  { task, step }: RunContext,
): string {
  const parts = [task.id, step?.id ?? null, template, repository];
  const digest = createHash('sha256').update(JSON.stringify(parts));
  return `scaffolder-${digest.digest('hex')}`;
}
