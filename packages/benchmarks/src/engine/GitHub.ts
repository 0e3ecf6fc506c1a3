import {
  Clock,
  noLimits,
  RunningSimulator,
  startSimulator,
} from '@agent-tasks/github-simulator';

export const TOKEN = 'benchmark-token';
const REPOSITORIES = 50;

/** A simulated GitHub whose agents open a draft pull request and then work on without a change. */
export function startGitHub(clock: Clock): Promise<RunningSimulator> {
  return startSimulator({
    port: 0,
    clock,
    world: {
      organizations: ['acme'],
      accounts: [{ login: 'acme-agent', tokens: [TOKEN] }],
      repositories: Array.from({ length: REPOSITORIES }, (_, number) => ({
        owner: 'acme',
        name: repositoryName(number),
        collaborators: { 'acme-agent': 'admin' },
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
