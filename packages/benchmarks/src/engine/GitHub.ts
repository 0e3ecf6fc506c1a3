import {
  Clock,
  noLimits,
  RunningSimulator,
  startSimulator,
} from '@agent-tasks/github-simulator';

const REPOSITORIES = 50;

/** The id of the identity with this number; the first is that of most benchmarks. */
export function identityName(number: number): string {
  return number === 0 ? 'portal' : `portal-${number}`;
}

/** Each identity has an account of its own. */
export function tokenOf(identityId: string): string {
  return `benchmark-token-of-${identityId}`;
}

/** A simulated GitHub whose agents open a draft pull request and then work on without a change. */
export function startGitHub(
  clock: Clock,
  identities = 1,
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
    settings: { script: 'works-on', limits: noLimits },
  });
}

/** A repository for the task with this number. */
export function repositoryName(number: number): string {
  return `service-${number % REPOSITORIES}`;
}
