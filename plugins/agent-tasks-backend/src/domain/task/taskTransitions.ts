import {
  END_PHASES,
  EndPhase,
  TaskPhase,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TaskEventType } from './taskEvent';

/** `new` is where a task comes from: before its first event there is no record. */
export type FromPhase = TaskPhase | 'new';

/** The next phase. `queued*` is `withdrawn` for a task that somebody wished to stop meanwhile. */
export type Cell = TaskPhase | 'queued*';

type Row = Partial<Record<TaskEventType, Cell>>;

function stays(phase: TaskPhase, ...events: TaskEventType[]): Row {
  return Object.fromEntries(events.map(event => [event, phase]));
}

/** What may happen to a task wherever it stands, and moves it nowhere. */
const ANYWHERE = [
  'updated',
  'rerouted',
  'reminded',
  'timePassed',
  'noted',
] as const satisfies TaskEventType[];

/** The provider's id is known: a fact, whatever the lease or our own columns say. */
const FACTS: Row = { created: 'tracking', found: 'tracking' };

/**
 * Proof, by the only worker of the current claim, that nothing was created. It counts even after
 * the lease ran out: a worker that was paused between claim and send, and then was stopped by its
 * guard, is the one witness that the task may be sent again.
 */
const PROOFS_OF_ABSENCE: Row = {
  notSent: 'queued*',
  turnedAway: 'queued*',
  refused: 'refused',
};

function end(phase: EndPhase): Row {
  return { ...stays(phase, ...ANYWHERE), ...FACTS };
}

/** What may happen when. A missing cell is a refusal, not an error. */
export const TRANSITIONS: Record<FromPhase, Row> = {
  new: { submitted: 'queued', submittedForApproval: 'pending_approval' },
  pending_approval: {
    ...stays('pending_approval', ...ANYWHERE, 'preflighted', 'entityBound'),
    ...stays('pending_approval', 'approvalNeeded'),
    approved: 'queued',
    rejected: 'rejected',
    cancelRequested: 'withdrawn',
    expired: 'expired',
    ...FACTS,
  },
  queued: {
    ...stays('queued', ...ANYWHERE, 'preflighted', 'entityBound'),
    ...stays('queued', 'heldChanged'),
    claimed: 'starting',
    approvalNeeded: 'pending_approval',
    denied: 'refused',
    cancelRequested: 'withdrawn',
    expired: 'expired',
    ...FACTS,
  },
  starting: {
    ...stays('starting', ...ANYWHERE, 'cancelRequested'),
    ambiguous: 'unconfirmed',
    leaseExpired: 'unconfirmed',
    ...PROOFS_OF_ABSENCE,
    ...FACTS,
  },
  unconfirmed: {
    ...stays('unconfirmed', ...ANYWHERE, 'cancelRequested', 'absent'),
    gaveUp: 'quarantined',
    foundInUse: 'quarantined',
    ...PROOFS_OF_ABSENCE,
    ...FACTS,
  },
  quarantined: {
    ...stays('quarantined', ...ANYWHERE, 'cancelRequested', 'absent'),
    foundInUse: 'quarantined',
    confirmedNotStarted: 'queued*',
    writtenOff: 'written_off',
    ...PROOFS_OF_ABSENCE,
    ...FACTS,
  },
  tracking: {
    ...stays('tracking', ...ANYWHERE, 'cancelRequested', 'stopTried'),
    ...stays('tracking', 'observed', 'readFailed', 'artifactsRead'),
    ...stays('tracking', 'judged', 'overruled', 'answered', 'entityBound'),
    ...FACTS,
  },
  rejected: end('rejected'),
  withdrawn: end('withdrawn'),
  expired: end('expired'),
  refused: end('refused'),
  written_off: end('written_off'),
};

export function isEndPhase(phase: FromPhase): phase is EndPhase {
  return (END_PHASES as readonly string[]).includes(phase);
}

export function nextPhase(
  from: FromPhase,
  event: TaskEventType,
  isStopWished: boolean,
): TaskPhase | undefined {
  const cell = TRANSITIONS[from][event];
  if (cell === 'queued*') return isStopWished ? 'withdrawn' : 'queued';
  return cell;
}
