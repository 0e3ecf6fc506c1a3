import { PullFile, PullRequest, Repository, Review, World } from './World';
import { nextId, nextOrdinal } from './counters';
import { sha } from './dice';
import { branchOf, repositoryById } from './repositories';

export function pullByNumber(
  world: World,
  repository: Repository,
  number: number,
): PullRequest | undefined {
  return pullsOf(world, repository).find(pull => pull.number === number);
}

export function pullsOf(world: World, repository: Repository): PullRequest[] {
  return Object.values(world.pulls).filter(
    pull => pull.repositoryId === repository.id,
  );
}

export function openPullBetween(
  world: World,
  repository: Repository,
  headRef: string,
  baseRef: string,
): PullRequest | undefined {
  return pullsOf(world, repository).find(
    pull =>
      pull.state === 'open' &&
      pull.headRef === headRef &&
      pull.baseRef === baseRef,
  );
}

export interface NewPull {
  taskId: string | null;
  authorLogin: string;
  title: string;
  body: string;
  draft: boolean;
  headRef: string;
  baseRef: string;
  requestedReviewers?: string[];
  mergeable?: boolean;
  checksWill?: PullRequest['checksWill'];
}

export function openPull(
  world: World,
  repository: Repository,
  asked: NewPull,
  now: number,
): PullRequest {
  const headSha = branchOf(repository, asked.headRef)?.sha ?? '';
  const baseSha = branchOf(repository, asked.baseRef)?.sha ?? headSha;
  const pull: PullRequest = {
    id: nextId(world, 'pull'),
    number: nextOrdinal(world, `number ${repository.id}`),
    repositoryId: repository.id,
    state: 'open',
    headSha,
    baseSha,
    files: [],
    commits: 1,
    mergedAt: null,
    mergedBy: null,
    closedAt: null,
    createdAt: now,
    updatedAt: now,
    ...asked,
    requestedReviewers: asked.requestedReviewers ?? [],
    mergeable: asked.mergeable ?? true,
    checksWill: asked.checksWill ?? 'pass',
  };
  world.pulls[pull.id] = pull;
  return pull;
}

/** A new commit on a branch; a later version of a file replaces the earlier. */
export function pushCommit(
  world: World,
  repository: Repository,
  branchName: string,
  files: PullFile[],
  now: number,
): string {
  const commit = nextOrdinal(world, 'commit');
  const head = sha(world.seed, 'commit', repository.id, branchName, commit);
  const branch = branchOf(repository, branchName);
  if (branch) branch.sha = head;
  else repository.branches.push({ name: branchName, sha: head });
  for (const pull of pullsOf(world, repository)) {
    if (pull.state !== 'open' || pull.headRef !== branchName) continue;
    const changed = new Set(files.map(file => file.filename));
    pull.files = [
      ...pull.files.filter(file => !changed.has(file.filename)),
      ...files,
    ];
    pull.headSha = head;
    pull.commits += 1;
    pull.updatedAt = now;
  }
  return head;
}

/** Merges as a person does on GitHub's page; what was changed is then on the base branch. */
export function mergePull(
  world: World,
  pull: PullRequest,
  login: string,
  now: number,
): void {
  const repository = repositoryById(world, pull.repositoryId);
  if (!repository || pull.state !== 'open') return;
  Object.assign(pull, {
    state: 'closed',
    draft: false,
    mergedAt: now,
    mergedBy: login,
    closedAt: now,
    updatedAt: now,
  });
  const base = branchOf(repository, pull.baseRef);
  if (base) base.sha = sha(world.seed, 'merge', pull.id);
  if (pull.baseRef !== repository.defaultBranch) return;
  for (const file of pull.files) {
    if (file.content === null) delete repository.files[file.filename];
    else repository.files[file.filename] = file.content;
  }
}

export function closePull(pull: PullRequest, now: number): void {
  if (pull.state !== 'open') return;
  Object.assign(pull, { state: 'closed', closedAt: now, updatedAt: now });
}

export function reopenPull(pull: PullRequest, now: number): void {
  if (pull.mergedAt !== null) return;
  Object.assign(pull, { state: 'open', closedAt: null, updatedAt: now });
}

export function addReview(
  world: World,
  pull: PullRequest,
  asked: Pick<Review, 'authorLogin' | 'state' | 'body'>,
  now: number,
): Review {
  const review: Review = {
    id: nextId(world, 'review'),
    pullId: pull.id,
    commitId: pull.headSha,
    submittedAt: now,
    ...asked,
  };
  world.reviews.push(review);
  pull.updatedAt = now;
  return review;
}
