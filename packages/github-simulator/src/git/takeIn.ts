import { Repository, World } from '../state/World';
import { BareRepository } from './BareRepository';

const HEADS = 'refs/heads/';

/**
 * Tells the world what was pushed: which branches there are, and what the default branch holds. What counts is how git
 * changed since `before`, not how it differs from the world: an agent may have moved a branch there meanwhile.
 * @returns the refs as they are now
 */
export async function takeIn(
  world: World,
  repository: Repository,
  bare: BareRepository,
  before: Map<string, string>,
  now: number,
): Promise<Map<string, string>> {
  const refs = await bare.refs();
  const moved = [...refs]
    .filter(([ref, sha]) => ref.startsWith(HEADS) && before.get(ref) !== sha)
    .map(([ref, sha]) => ({ name: ref.slice(HEADS.length), sha }));
  const gone = [...before.keys()]
    .filter(ref => ref.startsWith(HEADS) && !refs.has(ref))
    .map(ref => ref.slice(HEADS.length));
  if (moved.length === 0 && gone.length === 0) return refs;

  // The first push to an empty repository decides which branch is the default one.
  if (
    repository.branches.length === 0 &&
    !refs.has(HEADS + repository.defaultBranch)
  )
    repository.defaultBranch = moved[0].name;

  repository.branches = [
    ...repository.branches.filter(
      ({ name }) =>
        !gone.includes(name) && !moved.some(one => one.name === name),
    ),
    ...moved,
  ];
  for (const { name, sha } of moved)
    movePulls(world, repository, name, sha, now);

  const { defaultBranch } = repository;
  const trunk = moved.find(({ name }) => name === defaultBranch);
  if (trunk) repository.files = await bare.textFiles(trunk.sha);
  else if (gone.includes(defaultBranch)) repository.files = {};
  repository.updatedAt = now;
  return refs;
}

function movePulls(
  world: World,
  repository: Repository,
  branch: string,
  sha: string,
  now: number,
) {
  for (const pull of Object.values(world.pulls)) {
    const isOf =
      pull.repositoryId === repository.id &&
      pull.headRef === branch &&
      pull.state === 'open';
    if (!isOf) continue;
    pull.headSha = sha;
    pull.commits += 1;
    pull.updatedAt = now;
  }
}
