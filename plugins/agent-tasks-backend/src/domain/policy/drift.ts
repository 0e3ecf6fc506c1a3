import { Task } from '../task/task';
import { PolicyVerdict } from './evaluatePolicies';

/** What a policy that changed meanwhile means for a task that waits. */
export type Drift =
  | { kind: 'none' }
  | { kind: 'denied' }
  | { kind: 'approvalNeeded'; isVoid: boolean };

/**
 * Compares what the policies say now with what the task was allowed by. `digest` is what an
 * approval of the task, as it would start now, binds to. Another identity is never taken silently.
 */
export function driftOf(
  task: Pick<Task, 'approval' | 'identity'>,
  verdict: PolicyVerdict,
  digest: string,
): Drift {
  if (verdict.result === 'deny') return { kind: 'denied' };
  if (verdict.terms?.identityId !== task.identity.id) return { kind: 'denied' };
  // A yes that was given is for that very task, even where none would be needed any more.
  if (task.approval !== null && task.approval.digest !== digest) {
    return { kind: 'approvalNeeded', isVoid: true };
  }
  return verdict.result === 'ask' && task.approval === null
    ? { kind: 'approvalNeeded', isVoid: false }
    : { kind: 'none' };
}
