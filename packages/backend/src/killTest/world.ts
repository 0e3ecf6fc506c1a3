import { WorldFile } from '@agent-tasks/github-simulator';

/** Accounts that share the work: one account may write once a second at most. */
export const ROBOTS = 6;

export function robotToken(robot: number): string {
  return `kill-test-token-${robot}`;
}

/** A repository per task, so that a start request at GitHub says which task it is for. */
export function slugOf(task: number): string {
  return `acme/robot-${task % ROBOTS}-service-${task}`;
}

/** The simulated GitHub of one run. */
export function worldOf(tasks: number): WorldFile {
  const robots = Array.from({ length: ROBOTS }, (_, robot) => robot);
  return {
    organizations: ['acme'],
    accounts: robots.map(robot => ({
      login: `acme-robot-${robot}`,
      tokens: [robotToken(robot)],
    })),
    repositories: Array.from({ length: tasks }, (_, task) => ({
      owner: 'acme',
      name: slugOf(task).slice('acme/'.length),
      collaborators: { [`acme-robot-${task % ROBOTS}`]: 'write' as const },
      files: { 'README.md': '# Service\n' },
    })),
  };
}
