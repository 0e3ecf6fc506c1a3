import { TaskArtifact } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { bareBranches } from '../../domain/task/taskProgress';
import { Task } from '../../domain/task/task';

/** What a task has left behind: pull requests that were read, and branches without one. */
export function presentArtifacts(task: Task): TaskArtifact[] {
  return [
    ...task.pullRequests.map(
      (pull): TaskArtifact => ({
        type: 'pull_request',
        number: pull.number,
        url: pull.url,
        state: pull.state,
        draft: pull.draft,
        headRef: pull.headRef,
        checks: pull.checks,
        review: pull.review,
        mergeable: pull.mergeable,
        files: pull.changedFiles,
        additions: pull.additions,
        deletions: pull.deletions,
        outOfScope: pull.outOfScope,
      }),
    ),
    ...bareBranches(task).map(
      (branch): TaskArtifact => ({
        type: 'branch',
        headRef: branch.headRef,
        baseRef: branch.baseRef ?? null,
        url: null,
      }),
    ),
  ];
}
