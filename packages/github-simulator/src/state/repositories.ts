import { Account, Permission, Repository, Token, World } from './World';
import { nextId } from './counters';
import { sha } from './dice';

const RANK: Permission[] = [
  'none',
  'read',
  'triage',
  'write',
  'maintain',
  'admin',
];

export function slugOf(repository: Repository): string {
  return `${repository.owner}/${repository.name}`;
}

function sameSlug(one: string, other: string) {
  return one.toLowerCase() === other.toLowerCase();
}

export function findRepository(
  world: World,
  owner: string,
  name: string,
): Repository | undefined {
  return world.repositories.find(repository =>
    sameSlug(slugOf(repository), `${owner}/${name}`),
  );
}

/** The repository that had this slug before; a live one of that name wins. */
export function findRenamedRepository(
  world: World,
  owner: string,
  name: string,
): Repository | undefined {
  return world.repositories.find(repository =>
    repository.formerSlugs.some(slug => sameSlug(slug, `${owner}/${name}`)),
  );
}

export function repositoryById(
  world: World,
  id: number,
): Repository | undefined {
  return world.repositories.find(repository => repository.id === id);
}

export function permissionOf(
  repository: Repository,
  login: string,
): Permission {
  const given = Object.entries(repository.collaborators).find(
    ([collaborator]) => collaborator.toLowerCase() === login.toLowerCase(),
  );
  return given?.[1] ?? (repository.private ? 'none' : 'read');
}

/** Whether the account may at least `wanted`, through this token. */
export function mayOn(
  repository: Repository,
  account: Account,
  token: Token,
  wanted: Permission,
): boolean {
  const covered =
    token.repositories === null ||
    token.repositories.some(slug => sameSlug(slug, slugOf(repository)));
  return (
    covered &&
    RANK.indexOf(permissionOf(repository, account.login)) >=
      RANK.indexOf(wanted)
  );
}

export interface NewRepository {
  owner: string;
  name: string;
  defaultBranch?: string;
  private?: boolean;
  description?: string;
  collaborators?: Record<string, Permission>;
  files?: Record<string, string>;
  agentEnabled?: boolean;
  agentReadyAt?: number;
  workflowApproval?: boolean;
}

export function addRepository(
  world: World,
  asked: NewRepository,
  now: number,
): Repository {
  const id = nextId(world, 'repository');
  const defaultBranch = asked.defaultBranch ?? 'main';
  const repository: Repository = {
    id,
    owner: asked.owner,
    name: asked.name,
    formerSlugs: [],
    description: asked.description ?? '',
    private: asked.private ?? true,
    defaultBranch,
    collaborators: { ...asked.collaborators },
    branches: [
      {
        name: defaultBranch,
        sha: sha(world.seed, 'branch', id, defaultBranch, 0),
      },
    ],
    files: { ...asked.files },
    agentEnabled: asked.agentEnabled ?? true,
    agentReadyAt: asked.agentReadyAt ?? now,
    workflowApproval: asked.workflowApproval ?? true,
    archived: false,
    createdAt: now,
    updatedAt: now,
  };
  const slug = slugOf(repository);
  for (const other of world.repositories) {
    other.formerSlugs = other.formerSlugs.filter(
      former => !sameSlug(former, slug),
    );
  }
  world.repositories.push(repository);
  return repository;
}

export function renameRepository(
  repository: Repository,
  to: { owner?: string; name?: string },
  now: number,
) {
  repository.formerSlugs.push(slugOf(repository));
  repository.owner = to.owner ?? repository.owner;
  repository.name = to.name ?? repository.name;
  repository.updatedAt = now;
}

export function branchOf(repository: Repository, name: string) {
  return repository.branches.find(branch => branch.name === name);
}
