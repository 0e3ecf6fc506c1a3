import { AgentTasksApi } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentTasksService } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { cancelTask } from './cancelTask';
import { followTask } from './followTask';
import { previewTask } from './previewTask';
import { pullRequestUrlOf } from './pullRequestUrlOf';
import { RunContext } from './RunContext';
import { submitTask } from './submitTask';
import { taskRequestOf } from './taskRequestOf';
import { waitLimitOf } from './waitLimitOf';

/** What the action needs of the portal. */
export interface RunParts {
  agentTasks: AgentTasksService;
  integrations: ScmIntegrationRegistry;
  /** Where people open the portal: `app.baseUrl`. */
  portalUrl: string;
}

/** One step of a template, from its input to its output. */
export async function runAgentTask(
  parts: RunParts,
  ctx: RunContext,
): Promise<void> {
  const waitLimitMs = waitLimitOf(ctx.input.timeout);
  const request = taskRequestOf(ctx, parts.integrations);
  const api = parts.agentTasks.onBehalfOf({
    credentials: await ctx.getInitiatorCredentials(),
  });
  const tasksUrl = `${parts.portalUrl.replace(/\/+$/, '')}/agent-tasks/tasks`;

  if (ctx.isDryRun) {
    ctx.output('taskId', 'dry-run');
    ctx.output('taskUrl', tasksUrl);
    ctx.output('state', await previewTask(api, request, ctx));
    return;
  }

  ctx.signal?.throwIfAborted();
  const { taskId, state } = await submitTask(api, request, ctx);
  const taskUrl = `${tasksUrl}/${encodeURIComponent(taskId)}`;
  ctx.output('taskId', taskId);
  ctx.output('taskUrl', taskUrl);
  ctx.output('state', state);

  if (ctx.input.waitFor === 'finished' && !ctx.signal?.aborted) {
    await waitForEnd(api, { taskId, taskUrl, waitLimitMs }, ctx);
  }
  if (ctx.signal?.aborted)
    await obeyCancellation(api, { taskId, taskUrl }, ctx);
}

async function waitForEnd(
  api: AgentTasksApi,
  place: { taskId: string; taskUrl: string; waitLimitMs: number },
  ctx: RunContext,
): Promise<void> {
  const task = await followTask(api, place, ctx);
  if (task === 'cancelled') return;
  ctx.output('state', task.state);
  const pullRequestUrl = pullRequestUrlOf(task);
  if (pullRequestUrl) ctx.output('pullRequestUrl', pullRequestUrl);
}

/** Throws in any case: a step of a cancelled run has not succeeded. */
async function obeyCancellation(
  api: AgentTasksApi,
  { taskId, taskUrl }: { taskId: string; taskUrl: string },
  ctx: RunContext,
): Promise<never> {
  if (ctx.input.onCancel !== 'cancel') {
    throw new Error(
      `The run was cancelled. The agent task goes on: ${taskUrl}`,
    );
  }
  await cancelTask(api, { taskId, taskUrl }, ctx);
  throw new Error(
    `The run was cancelled, and the agent task with it: ${taskUrl}`,
  );
}
