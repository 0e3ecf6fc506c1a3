import { World } from '../state/World';
import {
  findRenamedRepository,
  findRepository,
  repositoryById,
} from '../state/repositories';
import { GitHubError } from './GitHubError';

/**
 * A repository can be named by its id, and by the names it had before. The id is read as the slug of today; an old name
 * is answered with a redirect to the new one: 301 for reads, 307 for the rest.
 * @returns the path to look up
 * @throws GitHubError with the redirect
 */
export function movedRepository(
  world: World,
  method: string,
  path: string,
  address: string,
): string {
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(path);
  if (byId) {
    const repository = repositoryById(world, Number(byId[1]));
    return repository && byId[2]
      ? `/repos/${repository.owner}/${repository.name}${byId[2]}`
      : path;
  }
  const bySlug = /^\/(?:agents\/)?repos\/([^/]+)\/([^/]+)/.exec(path);
  if (!bySlug) return path;
  const [, owner, name] = bySlug;
  const renamed =
    !findRepository(world, owner, name) &&
    findRenamedRepository(world, owner, name);
  if (!renamed) return path;
  const location = address.replace(
    `/repos/${owner}/${name}`,
    `/repos/${renamed.owner}/${renamed.name}`,
  );
  throw new GitHubError(method === 'GET' ? 301 : 307, 'Moved Permanently', {
    headers: { location },
  });
}
