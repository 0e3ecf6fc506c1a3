import { ProviderResult } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/**
 * The value of a result that has to be one.
 *
 * @throws Error naming the failure
 * @public
 */
export function valueOf<T>(result: ProviderResult<T>): T {
  if (!result.ok) {
    throw new Error(`Expected a value, got ${JSON.stringify(result.failure)}`);
  }
  return result.value;
}
