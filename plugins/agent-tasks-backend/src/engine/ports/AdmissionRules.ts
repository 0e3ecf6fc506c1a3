import { Candidate } from '../../domain/admission/candidate';
import { Task } from '../../domain/task/task';

/** What configuration allows, asked within the admission transaction: no I/O, no promise. */
export interface AdmissionRules {
  /** Windows and limits that hold for a task now, by today's configuration. */
  candidate(task: Task): Candidate;
  /**
   * What today's policy says of a task that was allowed when it was asked for. `drift`: policy or
   * template changed, so a person has to say yes again; `deny`: it may not start at all.
   */
  drift(
    task: Task,
  ):
    | { kind: 'same' }
    | { kind: 'approve'; digest: string }
    | { kind: 'deny'; reason: string };
  /** Models the task's policy allows; null: any. */
  allowedModels(task: Task): readonly string[] | null;
  /** Review capacity per owner; absent: not limited. */
  reviewCapacity(ownerRef: string): number | undefined;
  /** Owners whose tasks start although the breaker of their template is open. */
  exemptOwners(now: number): string[];
  /** Ids of the shared identities with the hosts they are for, to be followed. */
  identities(): { id: string; host: string; provider: string }[];
}
