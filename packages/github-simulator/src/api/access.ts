import { Permission, Repository } from '../state/World';
import { findRepository, mayOn } from '../state/repositories';
import { Call } from './Route';
import { GitHubError, notFound } from './GitHubError';

/** The repository of the path, as far as this token may see it. @throws GitHubError 404, which does not tell why */
export function visibleRepository(call: Call): Repository {
  const { world, params, viewer, token } = call;
  const repository = findRepository(world, params.owner, params.repo);
  if (!repository || !mayOn(repository, viewer, token, 'read'))
    throw notFound();
  return repository;
}

function notAccessible({ token }: Call): GitHubError {
  const by =
    token.kind === 'installation' || token.kind === 'app_user'
      ? 'integration'
      : 'personal access token';
  return new GitHubError(403, `Resource not accessible by ${by}`);
}

/** @throws GitHubError 403 */
export function requirePermission(
  call: Call,
  repository: Repository,
  wanted: Permission,
): void {
  if (!mayOn(repository, call.viewer, call.token, wanted))
    throw notAccessible(call);
}

/** What GitHub asks of a token before any agent task: user-to-server, the permission, a seat. @throws GitHubError 403 */
export function requireAgentTasks(call: Call, wanted: 'read' | 'write'): void {
  const { token, viewer } = call;
  const granted =
    token.agentTasks === 'write' ||
    (wanted === 'read' && token.agentTasks === 'read');
  if (token.kind === 'installation' || !granted) {
    const refusal = notAccessible(call);
    throw new GitHubError(403, refusal.message, {
      headers: { 'x-accepted-github-permissions': `agent_tasks=${wanted}` },
    });
  }
  if (!viewer.seat) {
    throw new GitHubError(
      403,
      'Copilot cloud agent is not available to this user: no Copilot seat is assigned.',
    );
  }
}

/** @throws GitHubError 404 while the agent is off, or not yet ready, for the repository */
export function requireAgent(repository: Repository, now: number): void {
  if (!repository.agentEnabled || now < repository.agentReadyAt)
    throw notFound();
}
