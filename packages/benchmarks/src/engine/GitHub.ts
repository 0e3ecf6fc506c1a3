import {
  Clock,
  noLimits,
  RunningSimulator,
  startSimulator,
} from '@agent-tasks/github-simulator';

/** So few that one page lists what began together, as it does with one start a second. */
export const REPOSITORIES = 80;

/** The id of the identity with this number; the first is that of most benchmarks. */
export function identityName(number: number): string {
  return number === 0 ? 'portal' : `portal-${number}`;
}

/** Each identity has an account of its own. */
export function tokenOf(identityId: string): string {
  return `benchmark-token-of-${identityId}`;
}

/**
 * A simulated GitHub.
 *
 * @param script - what its agents do; by default they open a draft pull request, then work on
 *   without a change
 */
export function startGitHub(
  clock: Clock,
  identities = 1,
  script = 'works-on',
): Promise<RunningSimulator> {
  const ids = Array.from({ length: identities }, (_, n) => identityName(n));
  return startSimulator({
    port: 0,
    clock,
    world: {
      organizations: ['acme'],
      accounts: ids.map(id => ({ login: id, tokens: [tokenOf(id)] })),
      repositories: Array.from({ length: REPOSITORIES }, (_, number) => ({
        owner: 'acme',
        name: repositoryName(number),
        collaborators: Object.fromEntries(
          ids.map(id => [id, 'admin' as const]),
        ),
        files: { 'README.md': '# A service\n' },
      })),
    },
    settings: { script, limits: noLimits },
  });
}

/** A repository for the task with this number. */
export function repositoryName(number: number): string {
  return `service-${number % REPOSITORIES}`;
}
