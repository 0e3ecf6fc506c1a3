import {
  Task,
  TaskPreview,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** A task, as far as the action looks at one. */
export function exampleTask(changes: Partial<Task> = {}): Task {
  return {
    id: 't1',
    revision: 1,
    state: 'queued',
    outcome: 'pending',
    artifacts: [],
    ...changes,
  } as Partial<Task> as Task;
}

export const pullRequest: Task['artifacts'][number] = {
  type: 'pull_request',
  number: 7,
  url: 'https://github.com/acme/stock/pull/7',
  state: 'open',
  draft: true,
  headRef: 'copilot/stock',
  checks: 'none',
  review: 'none',
  mergeable: null,
  files: 1,
  additions: 1,
  deletions: 0,
  outOfScope: [],
};

/** A preview of a task that would be taken. */
export function examplePreview(
  changes: Partial<TaskPreview> = {},
): TaskPreview {
  return {
    prompt: 'Make the first version.',
    policy: { result: 'allow', id: 'services', version: 1, trace: [] },
    identity: { id: 'portal', type: 'token', login: null },
    standing: null,
    estimate: null,
    queue: null,
    digest: null,
    errors: [],
    ...changes,
  };
}
