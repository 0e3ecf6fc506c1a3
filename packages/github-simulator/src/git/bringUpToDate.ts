import { Branch, PullRequest, Repository, World } from '../state/World';
import { copilot } from '../state/copilot';
import { ALIASES, BareRepository } from './BareRepository';
import { NewCommit, writeCommit } from './writeCommit';

const HEADS = 'refs/heads/';

const FIRST = 'Initial commit';

const author = {
  name: 'GitHub simulator',
  email: 'simulator@users.noreply.localhost',
};
const agent = {
  name: copilot.login,
  email: `${copilot.id}+${copilot.login}@users.noreply.localhost`,
};

/**
 * Makes git's branches those of the world. The world names its own commits by dice, before git has made them; such a
 * name becomes an alias of the commit that is made here, and the alias keeps it from being made twice.
 */
export async function bringUpToDate(
  world: World,
  repository: Repository,
  bare: BareRepository,
): Promise<void> {
  const refs = await bare.refs();
  const byDefaultFirst = [...repository.branches].sort(
    (one, other) =>
      Number(other.name === repository.defaultBranch) -
      Number(one.name === repository.defaultBranch),
  );
  for (const branch of byDefaultFirst) {
    const ref = HEADS + branch.name;
    const alias = refs.get(ALIASES + branch.sha);
    if (refs.get(ref) === (alias ?? branch.sha)) continue;
    if (alias || (await bare.has(branch.sha))) {
      await bare.run(['update-ref', ref, alias ?? branch.sha]);
      refs.set(ref, alias ?? branch.sha);
    } else {
      const asked = await commitOf(world, repository, branch, bare, refs);
      const made = await writeCommit(bare, asked);
      refs.set(ref, made).set(ALIASES + branch.sha, made);
    }
  }
  const wanted = new Set(repository.branches.map(one => HEADS + one.name));
  for (const ref of refs.keys()) {
    if (ref.startsWith(HEADS) && !wanted.has(ref))
      await bare.run(['update-ref', '-d', ref]);
  }
  await bare.run(['symbolic-ref', 'HEAD', HEADS + repository.defaultBranch]);
}

/** The commit behind a name that only the world knows. */
async function commitOf(
  world: World,
  repository: Repository,
  branch: Branch,
  bare: BareRepository,
  refs: Map<string, string>,
): Promise<NewCommit> {
  const ref = HEADS + branch.name;
  const here = refs.get(ref);
  const trunk = refs.get(HEADS + repository.defaultBranch);
  const pulls = Object.values(world.pulls).filter(
    pull => pull.repositoryId === repository.id,
  );
  const alias = ALIASES + branch.sha;

  if (branch.name === repository.defaultBranch) {
    const merged = latest(
      pulls.filter(pull => pull.mergedAt !== null),
      pull => pull.mergedAt,
    );
    return {
      ref,
      alias,
      parent: here,
      message: here && merged ? `${merged.title} (#${merged.number})` : FIRST,
      author: here && merged ? agent : author,
      at: here
        ? merged?.mergedAt ?? repository.updatedAt
        : repository.createdAt,
      changes: {
        ...removals(here ? await bare.textFiles(here) : {}, repository.files),
        ...repository.files,
      },
    };
  }
  const pull = latest(
    pulls.filter(one => one.headRef === branch.name),
    one => one.createdAt,
  );
  return {
    ref,
    alias,
    parent: here ?? refs.get(HEADS + (pull?.baseRef ?? '')) ?? trunk,
    message: pull?.title ?? 'Work in progress',
    author: agent,
    at: pull?.updatedAt ?? repository.updatedAt,
    changes: Object.fromEntries(
      (pull?.files ?? []).map(file => [file.filename, file.content]),
    ),
  };
}

function removals(
  before: Record<string, string>,
  after: Record<string, string>,
): Record<string, null> {
  return Object.fromEntries(
    Object.keys(before)
      .filter(path => !(path in after))
      .map(path => [path, null]),
  );
}

function latest(
  pulls: PullRequest[],
  time: (pull: PullRequest) => number | null,
): PullRequest | undefined {
  return pulls.reduce<PullRequest | undefined>(
    (best, pull) =>
      best && (time(best) ?? 0) >= (time(pull) ?? 0) ? best : pull,
    undefined,
  );
}
