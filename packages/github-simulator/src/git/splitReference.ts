import { Repository } from '../state/World';

/**
 * Takes `{branch}/{path}` apart. Branches may hold slashes (`copilot/…` do), so that the longest branch that fits wins;
 * else the first part is a tag or a commit.
 */
export function splitReference(
  repository: Repository,
  rest: string,
): { ref: string; path: string } {
  const [branch] = repository.branches
    .map(({ name }) => name)
    .filter(name => rest === name || rest.startsWith(`${name}/`))
    .sort((one, other) => other.length - one.length);
  const ref = branch ?? rest.split('/')[0];
  return { ref, path: rest.slice(ref.length + 1) };
}
