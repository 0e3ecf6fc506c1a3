import { isoTime } from '../api/isoTime';
import { nodeId } from '../state/nodeId';
import { pullByNumber, pullsOf } from '../state/pulls';
import { branchOf, permissionOf, slugOf } from '../state/repositories';
import { Branch, PullRequest, Repository } from '../state/World';
import { actorNode } from './actorNode';
import { Asker } from './Asker';
import { connection, Slice } from './connection';
import { Refusal } from './Refusal';
import { Node } from './Node';

interface PullFilter extends Slice {
  states?: Array<'OPEN' | 'CLOSED' | 'MERGED'> | null;
  headRefName?: string | null;
  baseRefName?: string | null;
  orderBy?: {
    field: 'CREATED_AT' | 'UPDATED_AT';
    direction: 'ASC' | 'DESC';
  } | null;
}

export function stateOfPull(pull: PullRequest): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.mergedAt !== null) return 'MERGED';
  return pull.state === 'open' ? 'OPEN' : 'CLOSED';
}

function selectPulls(
  { world }: Asker,
  repository: Repository,
  { states, headRefName, baseRefName, orderBy }: PullFilter,
): PullRequest[] {
  const key = orderBy?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  return pullsOf(world, repository)
    .filter(
      pull =>
        (!states || states.includes(stateOfPull(pull))) &&
        (!headRefName || pull.headRef === headRefName) &&
        (!baseRefName || pull.baseRef === baseRefName),
    )
    .sort((one, other) => sign * (one[key] - other[key] || one.id - other.id));
}

export function refNode(repository: Repository, branch: Branch): Node {
  return {
    __typename: 'Ref',
    id: `REF_kw${Buffer.from(`${repository.id} ${branch.name}`).toString(
      'base64url',
    )}`,
    name: branch.name,
    prefix: 'refs/heads/',
    target: {
      __typename: 'Commit',
      oid: branch.sha,
      abbreviatedOid: branch.sha.slice(0, 7),
    },
  };
}

export function repositoryNode(asker: Asker, repository: Repository): Node {
  const { world, origin, viewer } = asker;
  const slug = slugOf(repository);
  const permission = permissionOf(repository, viewer.login);
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: slug,
    owner: () => actorNode(asker, repository.owner),
    url: `${origin}/${slug}`,
    resourcePath: `/${slug}`,
    description: repository.description,
    isPrivate: repository.private,
    isArchived: repository.archived,
    isFork: false,
    isEmpty: repository.branches.length === 0,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    viewerPermission: permission === 'none' ? null : permission.toUpperCase(),
    createdAt: isoTime(repository.createdAt),
    updatedAt: isoTime(repository.updatedAt),
    pushedAt: isoTime(repository.updatedAt),
    defaultBranchRef: () => {
      const branch = branchOf(repository, repository.defaultBranch);
      return branch ? refNode(repository, branch) : null;
    },
    pullRequest: ({ number }: { number: number }) => {
      const pull = pullByNumber(world, repository, number);
      if (!pull) {
        throw new Refusal(
          'NOT_FOUND',
          `Could not resolve to a PullRequest with the number of ${number}.`,
        );
      }
      return asker.pullNode(pull);
    },
    pullRequests: connection((filter: PullFilter) =>
      selectPulls(asker, repository, filter).map(pull => asker.pullNode(pull)),
    ),
  };
}
