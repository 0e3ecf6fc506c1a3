import type {
  Attention,
  TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** A status in which a task may need a person for this. */
export const statusOfAttention: Record<Attention, TaskStatus> = {
  question: 'needs_you',
  approval: 'needs_approval',
  review: 'in_review',
  failure: 'not_done',
  blocked: 'waiting',
  unconfirmed: 'unclear',
};
