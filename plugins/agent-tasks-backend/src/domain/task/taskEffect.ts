import {
  Attention,
  Outcome,
  TaskState,
  TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

export type NotificationTopic = Attention | 'finished';

export type AlarmCode =
  | 'duplicate_start'
  | 'late_start'
  | 'recovered'
  | 'found_in_use'
  | 'foreign'
  | 'unknown_state'
  | 'cannot_stop';

/**
 * What is to be done outside after the commit, at least once. Stored in the same transaction as
 * the change; a second row with the same key is not stored, so an effect that is decided twice is
 * done once.
 */
export type TaskEffect = { dedupeKey: string } & (
  | {
      kind: 'publish';
      state: TaskState;
      previousState: TaskState | null;
      status: TaskStatus;
      outcome: Outcome;
      attention: Attention | null;
      at: number;
    }
  | { kind: 'signal'; recipients: string[]; revision: number }
  | {
      kind: 'notify';
      topic: NotificationTopic;
      reason: string;
      recipients: string[];
    }
  /** The notification of a task is rewritten: somebody has acted on it. */
  | { kind: 'markHandled'; by: string; recipients: string[] }
  /** Ask the provider to stop. */
  | { kind: 'stop' }
  /** One comment on the pull request that links back to the record. */
  | { kind: 'linkBack'; pullRequestNumber: number }
  | { kind: 'alarm'; code: AlarmCode; detail: string }
  /** The requester's own token is no longer needed for this task. */
  | { kind: 'releaseToken' }
);
