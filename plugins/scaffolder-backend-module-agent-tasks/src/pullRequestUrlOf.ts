import { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** The first pull request of a task, if it has any. */
export function pullRequestUrlOf({ artifacts }: Task): string | undefined {
  for (const artifact of artifacts) {
    if (artifact.type === 'pull_request') return artifact.url;
  }
  return undefined;
}
