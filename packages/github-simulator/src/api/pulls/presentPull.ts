import { PullFile, PullRequest, Repository, World } from '../../state/World';
import { nodeId } from '../../state/nodeId';
import { permissionOf, repositoryById, slugOf } from '../../state/repositories';
import { sha } from '../../state/dice';
import { notFound } from '../GitHubError';
import { isoTime, isoTimeOrNull } from '../isoTime';
import { presentRepository } from '../repositories/presentRepository';
import { presentActor } from '../users/presentUser';

export function repositoryOf(world: World, pull: PullRequest): Repository {
  const repository = repositoryById(world, pull.repositoryId);
  if (!repository) throw notFound();
  return repository;
}

/** The page of a pull request. */
export function pullAddress(
  world: World,
  pull: PullRequest,
  origin: string,
): string {
  return `${origin}/${slugOf(repositoryOf(world, pull))}/pull/${pull.number}`;
}

/** What a person is to the repository, in GitHub's words. */
export function associationOf(repository: Repository, login: string): string {
  return permissionOf(repository, login) === 'none'
    ? 'CONTRIBUTOR'
    : 'COLLABORATOR';
}

/** A pull request as lists show it. */
export function presentSimplePull(
  world: World,
  pull: PullRequest,
  origin: string,
  viewerLogin: string,
) {
  const repository = repositoryOf(world, pull);
  const api = `${origin}/api/v3/repos/${slugOf(repository)}`;
  const url = `${api}/pulls/${pull.number}`;
  const html = pullAddress(world, pull, origin);
  const issue = `${api}/issues/${pull.number}`;
  const addresses = {
    html_url: html,
    issue_url: issue,
    comments_url: `${issue}/comments`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    commits_url: `${url}/commits`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
  };
  const side = (ref: string, commit: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha: commit,
    user: presentActor(world, repository.owner, origin),
    repo: presentRepository(
      world,
      repository,
      origin,
      permissionOf(repository, viewerLogin),
    ),
  });
  const reviewers = pull.requestedReviewers.map(login =>
    presentActor(world, login, origin),
  );
  return {
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    url,
    ...addresses,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: presentActor(world, pull.authorLogin, origin),
    labels: [],
    milestone: null,
    assignee: null,
    assignees: reviewers,
    requested_reviewers: reviewers,
    requested_teams: [],
    head: side(pull.headRef, pull.headSha),
    base: side(pull.baseRef, pull.baseSha),
    author_association: associationOf(repository, pull.authorLogin),
    auto_merge: null,
    merge_commit_sha:
      pull.mergedAt === null ? null : sha(world.seed, 'merge', pull.id),
    merged_at: isoTimeOrNull(pull.mergedAt),
    closed_at: isoTimeOrNull(pull.closedAt),
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: addresses.comments_url },
      review_comments: { href: addresses.review_comments_url },
      review_comment: { href: addresses.review_comment_url },
      commits: { href: addresses.commits_url },
      statuses: { href: addresses.statuses_url },
    },
  };
}

function mergeableState(pull: PullRequest): string {
  if (pull.state !== 'open') return 'unknown';
  if (!pull.mergeable) return 'dirty';
  return pull.draft ? 'draft' : 'clean';
}

/** A pull request as a read of it alone shows it. */
export function presentPull(
  world: World,
  pull: PullRequest,
  origin: string,
  viewerLogin: string,
) {
  const sum = (key: 'additions' | 'deletions') =>
    pull.files.reduce((total, file) => total + file[key], 0);
  return {
    ...presentSimplePull(world, pull, origin, viewerLogin),
    merged: pull.mergedAt !== null,
    mergeable: pull.state === 'open' ? pull.mergeable : null,
    rebaseable: pull.state === 'open' ? pull.mergeable : null,
    mergeable_state: mergeableState(pull),
    merged_by: pull.mergedBy
      ? presentActor(world, pull.mergedBy, origin)
      : null,
    maintainer_can_modify: false,
    comments: world.comments.filter(comment => comment.pullId === pull.id)
      .length,
    review_comments: 0,
    commits: pull.commits,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: pull.files.length,
  };
}

export function presentPullFile(
  world: World,
  pull: PullRequest,
  file: PullFile,
  origin: string,
) {
  const slug = slugOf(repositoryOf(world, pull));
  const path = encodeURI(file.filename);
  return {
    sha: sha(world.seed, 'blob', pull.id, file.filename, file.patch),
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${origin}/${slug}/blob/${pull.headSha}/${path}`,
    raw_url: `${origin}/${slug}/raw/${pull.headSha}/${path}`,
    contents_url: `${origin}/api/v3/repos/${slug}/contents/${path}?ref=${pull.headSha}`,
    patch: file.patch,
  };
}
