import { Ask } from '../../state/World';
import { branchOf } from '../../state/repositories';
import { openPullBetween } from '../../state/pulls';
import { quirks } from '../../agents/quirks';
import { startTask } from '../../agents/startTask';
import {
  requireAgent,
  requireAgentTasks,
  requirePermission,
  visibleRepository,
} from '../access';
import { GitHubError, validationFailed } from '../GitHubError';
import { Answer, Call } from '../Route';
import { presentTask } from './presentTask';

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** "Start a task". Whatever is refused here has created nothing. */
export function createTask(call: Call): Answer {
  const { world, body, viewer, simulator, now } = call;
  const { settings } = simulator;
  const repository = visibleRepository(call);
  requireAgentTasks(call, 'write');
  requireAgent(repository, now);
  requirePermission(call, repository, 'write');
  if (repository.archived) {
    throw new GitHubError(403, 'Repository was archived so is read-only.');
  }
  const ask: Ask = {
    prompt: String(body.prompt),
    model: textOrNull(body.model),
    customAgent: textOrNull(body.custom_agent),
    createPullRequest:
      typeof body.create_pull_request === 'boolean'
        ? body.create_pull_request
        : null,
    baseRef: textOrNull(body.base_ref) ?? repository.defaultBranch,
    headRef: textOrNull(body.head_ref),
  };
  if (ask.prompt.trim() === '') {
    throw validationFailed({ code: 'missing_field', field: 'prompt' });
  }
  if (ask.model && settings.models && !settings.models.includes(ask.model)) {
    throw new GitHubError(400, 'model not found or not enabled for user');
  }
  if (!branchOf(repository, ask.baseRef)) {
    throw validationFailed({ code: 'invalid', field: 'base_ref' });
  }
  const ignored = settings.quirks.head_ref_ignored ?? quirks.head_ref_ignored;
  if (
    ask.headRef &&
    ignored === 0 &&
    !openPullBetween(world, repository, ask.headRef, ask.baseRef)
  ) {
    throw validationFailed({ code: 'invalid', field: 'head_ref' });
  }
  const task = startTask(world, settings, repository, viewer, ask, now);
  return {
    status: 201,
    created: true,
    body: presentTask(world, task, simulator.origin),
  };
}
