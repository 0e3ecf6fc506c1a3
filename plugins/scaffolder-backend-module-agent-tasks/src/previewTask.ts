import {
  AgentTasksApi,
  TaskState,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { InputError } from '@backstage/errors';
import { explained } from './explained';
import { refusalText } from './refusalText';
import { RunContext } from './RunContext';
import { TaskRequest } from './taskRequestOf';
import { withPatience } from './withPatience';

/** A dry run: tells what would come of the ask, and fails as the ask would. */
export async function previewTask(
  api: AgentTasksApi,
  request: TaskRequest,
  ctx: RunContext,
): Promise<TaskState> {
  const { policy, identity, errors } = await explained(
    'The agent task could not be previewed.',
    () =>
      withPatience(attempt => api.tasks.preview(request, { signal: attempt }), {
        signal: ctx.signal,
      }),
  );
  if (errors.length > 0) {
    const reasons = errors.map(refusalText).join(' ');
    throw new InputError(`The agent task would be refused. ${reasons}`);
  }
  ctx.logger.info('The agent task would be taken down.', {
    policy: policy.id ?? 'none',
    identity: identity?.id ?? 'none',
  });
  return policy.result === 'ask' ? 'pending_approval' : 'queued';
}
