import { FromPhase, TRANSITIONS } from '../../domain/task/taskTransitions';
import { TaskEventType } from '../../domain/task/taskEvent';

/** How a start request can fare: what it creates, and what the portal learns of that. */
export const START_FATES = [
  'created',
  'answer_lost',
  'error_after',
  'unreadable_answer',
  'timeout_after',
  'created_late',
  'error_before',
  'reset_before',
  'timeout_before',
  'unexpected_status',
  'rate_limited',
  'unreachable',
  'moved',
  'permission_denied',
  'identity_invalid',
  'not_enabled',
  'model_unavailable',
] as const;
export type StartFate = (typeof START_FATES)[number];

const OTHER_FAULTS = [
  'crash_before_commit',
  'crash_after_commit',
  'crash_in_flight',
  'pause',
  'pause_past_lease',
  'machine_suspended',
  'clock_set_back',
  'database_refused',
  'database_answer_lost',
  'admission_taken',
  'commit_failed',
  'guard_refused',
  'listing_lags',
  'listing_lags_past_window',
  'prompt_hidden',
  'archived_early',
  'read_failed',
  'token_away',
  'marker_copied',
  'freeze',
  'freeze_in_flight',
  'cancel',
  'cancel_while_unclear',
  'confirmed_wrongly',
  'operator_stood_still',
  'confirmation_outlived',
  'adopted_wrongly',
  'clock_skew',
] as const;

/** Everything that a run has to have met. */
export const FAULT_KINDS = [...START_FATES, ...OTHER_FAULTS] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** An event that was saved, by the phase it met; `dropped` ones came too late to count. */
export type EventCell = `${FromPhase} ${TaskEventType | `dropped ${string}`}`;

/** What people do to a record and what reads of its evidence tell: nothing starts by it. */
const NOT_ABOUT_STARTS: readonly TaskEventType[] = [
  'updated',
  'noted',
  'overruled',
  'answered',
  'artifactsRead',
  'rerouted',
  'reminded',
  'timePassed',
];

/** Needs a repository that is replaced under its name, which no history has. */
const OUT_OF_REACH: readonly EventCell[] = ['pending_approval approvalNeeded'];

/** Needs several rare things one after the other: a hundred thousand histories have them. */
const SELDOM: readonly EventCell[] = [
  'unconfirmed foundInUse',
  'quarantined foundInUse',
  'starting found',
];

/** A start that shows itself where nobody expects one any more. */
function isLateFact(phase: string, event: string): boolean {
  const isFact = event === 'created' || event === 'found';
  const isExpected = ['starting', 'unconfirmed', 'quarantined'].includes(phase);
  return isFact && !isExpected;
}

/** What of the table of transitions a run of ten thousand histories has to have met. */
export function cellsToReach(): EventCell[] {
  return Object.entries(TRANSITIONS).flatMap(([phase, row]) =>
    Object.keys(row).flatMap(event => {
      const cell = `${phase} ${event}` as EventCell;
      const isLeftOut =
        NOT_ABOUT_STARTS.includes(event as TaskEventType) ||
        OUT_OF_REACH.includes(cell) ||
        SELDOM.includes(cell) ||
        isLateFact(phase, event);
      return isLeftOut ? [] : [cell];
    }),
  );
}
