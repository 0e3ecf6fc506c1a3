/** What stands where there is nothing to show, or something went wrong. */
export const faceMessages = {
  loading: 'Loading',
  retry: 'Try again',
  failed: 'This could not be loaded',
  denied: 'You may not see this',
  deniedHint: 'Ask the team that owns the service, or a platform engineer.',
  code: 'Error code {{code}}',
  unreachable: 'The portal’s backend cannot be reached',
  unreachableHint: 'Check your connection. What you typed is kept.',
  stale: 'Not read since {{age}}. What you see may be out of date.',
} as const;

/** Used on several pages. */
export const commonMessages = {
  agentTasks: 'Agent tasks',
  agentTask: 'Agent task',
  inbox: 'Inbox',
  allTasks: 'All tasks',
  run: 'Run agent task',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
} as const;
