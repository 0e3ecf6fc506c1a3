import {
  TASK_PHASES,
  TaskPhase,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { DueColumn } from './tables';
import { DueLoop } from './TaskStore';

/** Which column each loop claims by, and among tasks of which phases. */
export const DUE_LOOPS: Record<
  DueLoop,
  {
    column: DueColumn;
    phases: readonly TaskPhase[];
    preflightOlderThanMs?: number;
    inTurns?: boolean;
  }
> = {
  preflight: {
    column: 'start_due_at',
    phases: ['queued', 'pending_approval'],
    // Asked again a little before a claim no longer trusts it.
    preflightOlderThanMs: 45_000,
    // A task without one cannot be admitted: here, too, a mass submit must not keep others waiting.
    inTurns: true,
  },
  resolve: {
    column: 'start_due_at',
    phases: ['starting', 'unconfirmed', 'quarantined'],
  },
  read: { column: 'read_due_at', phases: ['tracking'] },
  artifacts: { column: 'artifact_due_at', phases: ['tracking'] },
  judge: { column: 'judge_due_at', phases: TASK_PHASES },
  remind: { column: 'remind_due_at', phases: TASK_PHASES },
};
