import {
  AgentTasksError,
  FailureClass,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** What a caller is told of a provider that was asked in vain: a class of ours, never its words. */
export function failureError(
  failure: { failureClass: FailureClass; retryAt?: number },
  now: number,
): AgentTasksError {
  switch (failure.failureClass) {
    case 'permission_denied':
    case 'not_enabled':
    case 'not_ready':
    case 'identity_invalid':
    case 'quota_exhausted':
    case 'repository_not_found':
      return new AgentTasksError('PROVIDER_ACCESS_DENIED');
    case 'unknown':
      return new AgentTasksError('PROVIDER_CONTRACT_CHANGED');
    default:
      return new AgentTasksError(
        'PROVIDER_UNAVAILABLE',
        {},
        failure.retryAt === undefined
          ? {}
          : {
              retryAfterSeconds: Math.max(
                1,
                Math.ceil((failure.retryAt - now) / 1000),
              ),
            },
      );
  }
}
