import { GitHubError } from '../../api/GitHubError';
import { closePull, mergePull, reopenPull } from '../../state/pulls';
import { permissionOf } from '../../state/repositories';
import { reviewDecision } from '../../state/reviews';
import { PullRequest, Repository } from '../../state/World';
import { callRoute, requireText, requireWriter } from '../act';
import { Visit } from '../layout/Visit';
import { waitingRuns } from './checks';

interface Deed {
  visit: Visit;
  pull: PullRequest;
  repository: Repository;
  text: string;
}

function parameters({ pull, repository }: Deed) {
  return {
    owner: repository.owner,
    repo: repository.name,
    pull_number: String(pull.number),
    issue_number: String(pull.number),
  };
}

function requireOpen({ pull }: Deed) {
  if (pull.state !== 'open')
    throw new GitHubError(409, 'This pull request is closed.');
}

function review(deed: Deed, event: string) {
  requireOpen(deed);
  return callRoute(
    deed.visit,
    'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    parameters(deed),
    { event, body: deed.text },
  );
}

/** @throws GitHubError with the first thing that stands in the way */
function requireMergeable({ visit, pull, repository }: Deed) {
  if (pull.draft)
    throw new GitHubError(
      409,
      'A draft cannot be merged. Mark it ready for review first.',
    );
  if (!pull.mergeable)
    throw new GitHubError(409, `It conflicts with ${pull.baseRef}.`);
  const decision = reviewDecision(visit.world, pull);
  const isAdmin = permissionOf(repository, visit.person.login) === 'admin';
  if (decision !== 'APPROVED' && !isAdmin)
    throw new GitHubError(
      409,
      'Somebody who did not ask for this work must approve it first. An admin can merge without.',
    );
}

/** What a person does to a pull request on its page; each says the word it is confirmed with. */
const actions: Record<string, (deed: Deed) => Promise<string>> = {
  async workflows(deed) {
    for (const run of waitingRuns(deed.visit.world, deed.pull)) {
      await callRoute(
        deed.visit,
        'POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve',
        { ...parameters(deed), run_id: String(run.id) },
      );
    }
    return 'workflows';
  },

  async approve(deed) {
    await review(deed, 'APPROVE');
    return 'approved';
  },

  async changes(deed) {
    requireText(deed.text, 'what should change');
    await review(deed, 'REQUEST_CHANGES');
    return 'changes';
  },

  async comment(deed) {
    requireText(deed.text, 'a comment');
    await callRoute(
      deed.visit,
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      parameters(deed),
      { body: deed.text },
    );
    return 'commented';
  },

  async ready(deed) {
    requireOpen(deed);
    Object.assign(deed.pull, { draft: false, updatedAt: deed.visit.now });
    return 'ready';
  },

  async merge(deed) {
    requireOpen(deed);
    requireMergeable(deed);
    const { world, person, now } = deed.visit;
    mergePull(world, deed.pull, person.login, now);
    return 'merged';
  },

  async close(deed) {
    closePull(deed.pull, deed.visit.now);
    return 'closed';
  },

  async reopen(deed) {
    reopenPull(deed.pull, deed.visit.now);
    return 'reopened';
  },
};

/**
 * @returns the word the page confirms it with; undefined if there is no such action
 * @throws GitHubError in words for the page
 */
export async function actOnPull(
  deed: Deed,
  action: string,
): Promise<string | undefined> {
  if (!Object.prototype.hasOwnProperty.call(actions, action)) return undefined;
  requireWriter(deed.visit, deed.repository);
  if (deed.repository.archived)
    throw new GitHubError(403, 'This repository is archived: it only reads.');
  return actions[action](deed);
}
