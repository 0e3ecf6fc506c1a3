import { EventSource } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ObservationClass } from '../observation/observation';
import { Json } from '../record/canonicalJson';
import { Task } from './task';
import { Actor, TaskEvent, TaskEventType } from './taskEvent';

/** One line of the record; the engine adds its number and chains it to the one before. */
export interface HistoryEntry {
  type: TaskEventType | 'dropped';
  at: number;
  actor: Actor;
  source: EventSource;
  requestId?: string;
  from?: string;
  to?: string;
  reason?: string;
  details: Record<string, Json>;
}

/** Loops say these again and again: only what changed something people can see is written down. */
const QUIET: readonly TaskEventType[] = [
  'heldChanged',
  'preflighted',
  'timePassed',
  'readFailed',
  'artifactsRead',
  'rerouted',
  'stopTried',
  'foundInUse',
];

export function historyOf(
  before: Task | null,
  next: Task,
  event: TaskEvent,
  classes: ObservationClass[],
  now: number,
): HistoryEntry[] {
  const isVisible = before?.revision !== next.revision;
  if (!isVisible && QUIET.includes(event.type)) return [];
  // Duplicates are counted as a metric; a line for each would bury the record.
  const isDuplicate = classes[0]?.startsWith('duplicate') ?? false;
  if (!isVisible && isDuplicate) return [];
  return [
    {
      ...envelopeOf(event, now),
      type: event.type,
      ...stepOf(before, next),
      ...('reason' in event && event.reason ? { reason: event.reason } : {}),
      details: detailsOf(before, next, event, classes),
    },
  ];
}

/** A verdict of a worker that had been replaced: written down, and without effect. */
export function droppedEntry(
  event: TaskEvent,
  now: number,
  epoch: number,
): HistoryEntry {
  return {
    ...envelopeOf(event, now),
    type: 'dropped',
    reason: 'stale_epoch',
    details: {
      event: event.type,
      epoch: 'epoch' in event ? event.epoch : null,
      currentEpoch: epoch,
    },
  };
}

function envelopeOf({ actor, source, requestId }: TaskEvent, at: number) {
  return { at, actor, source, ...(requestId ? { requestId } : {}) };
}

/** Our phase where it moved, else the provider's word where that moved. */
function stepOf(
  before: Task | null,
  next: Task,
): Pick<HistoryEntry, 'from' | 'to'> {
  if (before === null) return { to: next.phase };
  if (before.phase !== next.phase) {
    return { from: before.phase, to: next.phase };
  }
  return before.providerState !== next.providerState
    ? {
        from: before.providerState ?? undefined,
        to: next.providerState ?? undefined,
      }
    : {};
}

/** Values of ours only: no upstream text, no prompt, no message of a person. */
function detailsOf(
  before: Task | null,
  next: Task,
  event: TaskEvent,
  classes: ObservationClass[],
): Record<string, Json> {
  const newFlags = next.flags.filter(flag => !before?.flags.includes(flag));
  return {
    ...('epoch' in event ? { epoch: event.epoch } : {}),
    ...('digest' in event ? { digest: event.digest } : {}),
    ...('failureClass' in event ? { failureClass: event.failureClass } : {}),
    ...('judgement' in event
      ? {
          outcome: event.judgement.outcome,
          outcomeReason: event.judgement.reason,
          evidence: event.judgement.evidence,
          corrects: before?.outcome === 'pending' ? undefined : before?.outcome,
        }
      : {}),
    ...(event.type === 'overruled'
      ? { outcome: event.outcome, corrects: before?.outcome }
      : {}),
    ...(event.type === 'created' || event.type === 'found'
      ? { providerTaskId: event.providerTask.id }
      : {}),
    ...(event.type === 'foundInUse'
      ? {
          providerTaskId: event.providerTaskId,
          otherTaskId: event.otherTaskId,
        }
      : {}),
    ...(event.type === 'claimed' ? { epoch: next.epoch } : {}),
    ...(event.type === 'noted'
      ? { what: event.what, with: event.details }
      : {}),
    ...('held' in event ? { held: event.held?.reason } : {}),
    ...(event.type === 'artifactsRead'
      ? {
          pullRequests: next.pullRequests.map(
            ({ number, state, draft, checks, review }) => ({
              number,
              state,
              draft,
              checks,
              review,
            }),
          ),
        }
      : {}),
    ...(classes.length > 0 ? { classes } : {}),
    ...(newFlags.length > 0 ? { flags: newFlags } : {}),
  };
}
