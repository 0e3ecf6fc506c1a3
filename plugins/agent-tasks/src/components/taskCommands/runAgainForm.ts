import type {
  FailureClass,
  TaskCommands,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { MOST_PATTERNS } from './limits';

/** What a person is asked before a task is run again, by what went wrong. */
export type RunAgainForm =
  | 'narrow'
  | 'mend'
  | 'rebase'
  | 'rework'
  | 'refused'
  | 'plain';

const formOfFailure: Partial<Record<FailureClass, RunAgainForm>> = {
  timed_out: 'narrow',
  unanswered: 'narrow',
  agent_failed: 'mend',
  unknown: 'mend',
  conflict: 'rebase',
  review_rejected: 'rework',
  permission_denied: 'refused',
  not_enabled: 'refused',
  identity_invalid: 'refused',
};

/** A conflict is known from the pull request before anything has failed. */
export function runAgainFormOf(task: TaskListItem): RunAgainForm {
  if (task.attentionReason === 'conflict') return 'rebase';
  const failed = task.failure ? formOfFailure[task.failure.class] : undefined;
  return failed ?? 'plain';
}

/** What a person has filled in. */
export interface RunAgainDraft {
  patterns: string;
  addition: string;
  isContinued: boolean;
}

/** The command's body: what is empty stays as it was. */
export function runAgainBody(draft: RunAgainDraft): TaskCommands['retry'] {
  const files = draft.patterns
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .slice(0, MOST_PATTERNS);
  const addition = draft.addition.trim();
  return {
    ...(files.length > 0 ? { scope: { files } } : {}),
    ...(addition ? { addition } : {}),
    ...(draft.isContinued ? { continue: true } : {}),
  };
}
