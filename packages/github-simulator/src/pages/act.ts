import { GitHubError } from '../api/GitHubError';
import { restRoutes } from '../api/restRoutes';
import { Call } from '../api/Route';
import { permissionOf, slugOf } from '../state/repositories';
import { Repository } from '../state/World';
import { personalToken, personMay, Visit } from './layout/Visit';

/**
 * Does what a REST route does, as the person at the page: its rules are theirs too.
 * @throws GitHubError as the route does
 */
export async function callRoute(
  visit: Visit,
  operation: string,
  params: Record<string, string>,
  body: Record<string, unknown> = {},
): Promise<void> {
  const route = restRoutes.find(
    ({ method, path }) => `${method} ${path}` === operation,
  );
  if (!route) throw new Error(`There is no route ${operation}`);
  const call: Call = {
    simulator: visit.simulator,
    world: visit.world,
    now: visit.now,
    viewer: visit.person,
    token: personalToken(visit.person),
    params,
    query: {},
    body,
    address: visit.simulator.origin,
  };
  await route.answer(call);
}

/** @throws GitHubError 403 that names those who may */
export function requireWriter(visit: Visit, repository: Repository): void {
  if (personMay(visit, repository, 'write')) return;
  const writers = visit.world.accounts
    .filter(account => personMay({ person: account }, repository, 'write'))
    .map(account => account.name);
  const others = writers.length > 0 ? ` Act as ${writers.join(' or ')}.` : '';
  throw new GitHubError(
    403,
    `${visit.person.name} may only ${permissionOf(
      repository,
      visit.person.login,
    )} ${slugOf(repository)}.${others}`,
  );
}

/** @throws GitHubError 422 */
export function requireText(text: string, what: string): void {
  if (text.trim() === '')
    throw new GitHubError(422, `Write ${what} before you send it.`);
}
