import {
  noLimits,
  RunningSimulator,
  startSimulator,
} from '@agent-tasks/github-simulator';
import { accounts, repositoryFor } from './portalConfig';

/** A simulated GitHub with a repository for each task, and the accounts of the portal. */
export function startGitHub(tasks: number): Promise<RunningSimulator> {
  return startSimulator({
    port: 0,
    world: {
      organizations: ['acme'],
      accounts: accounts.map(({ login, token }) => ({
        login,
        tokens: [token],
      })),
      repositories: Array.from({ length: tasks }, (_, task) => {
        const { owner, name, login } = repositoryFor(task);
        return {
          owner,
          name,
          collaborators: { [login]: 'write' as const },
          files: { 'README.md': '# A service\n' },
        };
      }),
    },
    settings: { script: 'works-on', limits: noLimits },
  });
}
