import { Task } from './task';

/**
 * For so long after its intent an attempt may still create something: the provider's clock is not
 * ours, and a listing tells whole seconds.
 */
const ATTEMPT_MS = 600_000;

/**
 * Whether something that carries the task's marker was started by an attempt that the record does
 * not know: then the record is older than the provider: the database was restored.
 *
 * @param createdAt - of the provider's task, milliseconds
 */
export function isForgottenStart(
  { providerTaskId, attempts, intentAt }: Task,
  createdAt: number,
): boolean {
  if (providerTaskId !== null) return false;
  if (attempts === 0) return true;
  // Of an attempt that was settled the time is not kept: what it created late is no restore.
  return intentAt !== null && createdAt > intentAt + ATTEMPT_MS;
}
