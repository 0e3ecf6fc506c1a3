import { isAccessLost, nextGoneStreak } from '../../observation/lostAccess';
import {
  mergePullRequests,
  RecordedPullRequest,
} from '../../observation/mergePullRequests';
import { observe, ObservationClass } from '../../observation/observation';
import { isEndWord } from '../../observation/orderKey';
import { isHintedSince } from '../../schedule/isHintedSince';
import { backoffMs, STOP_BACKOFF } from '../../schedule/retrySchedule';
import { isEvidenceFlag, isFileFlag } from '../../outcome/evidenceFlag';
import { Task } from '../task';
import { TaskEventOf } from '../taskEvent';
import { hasEnded } from '../taskProgress';
import { Changes, withFlags } from './change';

/** A stop that was asked for this often and did not work is said, with a link, to people. */
export const STOP_TRIES = 5;

/** What following a task tells. */
export const followChanges: Changes<
  | 'readFailed'
  | 'artifactsRead'
  | 'stopTried'
  | 'judged'
  | 'rerouted'
  | 'reminded'
  | 'timePassed'
> = {
  readFailed: (task, { isGone, failureClass, retryAt }, now) => {
    const gone = isGone ? nextGoneStreak(task.gone, now) : task.gone;
    return {
      gone,
      staleSince: task.staleSince ?? now,
      needsSignInSince:
        failureClass === 'identity_invalid'
          ? task.needsSignInSince ?? now
          : task.needsSignInSince,
      flags: isAccessLost(gone, now)
        ? withFlags(task.flags, 'access_lost')
        : task.flags,
      readDueAt: retryAt,
    };
  },
  artifactsRead: (task, event) => {
    const pullRequests = mergePullRequests(
      task.pullRequests,
      event.pullRequests,
    );
    return {
      pullRequests,
      flags: withFlags(keptFlags(task, pullRequests), ...event.flags),
    };
  },
  stopTried: (task, { result }, now) => {
    const stopAttempts = task.stopAttempts + 1;
    const isHopeless = result === 'not_possible' || stopAttempts >= STOP_TRIES;
    return {
      stopAttempts,
      flags:
        isHopeless && !hasEnded(task)
          ? withFlags(task.flags, 'cannot_stop')
          : task.flags,
      readDueAt: now + backoffMs(STOP_BACKOFF, stopAttempts, 0.5),
    };
  },
  judged: (_task, { judgement }, now) => ({
    outcome: judgement.outcome,
    outcomeReason: judgement.reason,
    outcomeAt: now,
    failure: judgement.failureClass && {
      class: judgement.failureClass,
      at: now,
    },
  }),
  rerouted: (_task, { people }) => ({ people }),
  reminded: (_task, { isEscalation }, now) =>
    isEscalation
      ? { escalatedAt: now }
      : { remindedAt: now, snoozedUntil: null },
  timePassed: () => ({}),
};

/** A new session after an end is a new run: the wish to stop was about the one before. */
const WISH_FULFILLED = {
  cancelRequested: null,
  stopAttempts: 0,
} satisfies Partial<Task>;

const REOPENED = {
  outcome: 'pending',
  outcomeReason: null,
  outcomeAt: null,
  failure: null,
  acknowledgedAt: null,
} satisfies Partial<Task>;

/**
 * What is seen now replaces what was seen before: a second reviewer may mend it. What the files
 * showed stands until there are new commits, because only then are files read again.
 */
function keptFlags(
  task: Task,
  pullRequests: readonly RecordedPullRequest[],
): Task['flags'] {
  const heads = new Set(task.pullRequests.map(({ headSha }) => headSha));
  const isNewWork = pullRequests.some(({ headSha }) => !heads.has(headSha));
  return task.flags.filter(
    flag => !isEvidenceFlag(flag) || (isFileFlag(flag) && !isNewWork),
  );
}

export interface Observed {
  changes: Partial<Task>;
  classes: ObservationClass[];
}

/** Merges a read by id, and draws from it what the record says outside the merged part. */
export function observedChanges(
  task: Task,
  event: TaskEventOf<'observed'>,
  now: number,
): Observed {
  const { record, classes } = observe(
    {
      taskId: task.providerTaskId ?? event.providerTask.id,
      repositoryId: task.repository.id,
      creatorId: task.providerCreatorId,
    },
    task.reported,
    event.providerTask,
    event.sentAt,
  );
  // A foreign read says nothing about our task, not even that it can be read.
  if (classes[0] === 'foreign')
    return { changes: { readDueAt: null }, classes };
  const providerState = record.state?.value ?? null;
  const isMoved =
    providerState !== task.providerState ||
    record.state?.key.sessions !== task.reported.state?.key.sessions;
  const next = {
    ...task,
    reported: record,
    providerState,
    flags: flagsAfter(task, record.unknownWords.length > 0, providerState),
    gone: null,
    staleSince: null,
    needsSignInSince: null,
    ...(isMoved ? { answeredAt: null, answeredBy: null } : {}),
    ...(classes[0] === 'session_resumed' ? WISH_FULFILLED : {}),
    ...(isReopened(task, providerState, isMoved) ? REOPENED : {}),
    endedAt: isEndWord(providerState) ? task.endedAt ?? now : null,
  };
  return {
    classes,
    changes: { ...next, readDueAt: nextReadAt(next, event.sentAt, now) },
  };
}

/** Activity after an end reopens our own judgement, but neither a success nor a person's word. */
function isReopened(
  task: Task,
  providerState: string | null,
  isMoved: boolean,
): boolean {
  if (task.outcome === 'pending' || task.outcome === 'succeeded') return false;
  if (task.outcomeBy !== null) return false;
  if (task.outcomeReason === 'access_lost') return true;
  return isMoved && task.endedAt !== null && !isEndWord(providerState);
}

function flagsAfter(
  task: Task,
  hasUnknownWord: boolean,
  providerState: string | null,
): Task['flags'] {
  const flags = hasUnknownWord
    ? withFlags(task.flags, 'unknown_state')
    : task.flags;
  const isOver = (flag: Task['flags'][number]) =>
    flag === 'access_lost' ||
    (flag === 'cannot_stop' && isEndWord(providerState));
  return flags.some(isOver) ? flags.filter(flag => !isOver(flag)) : flags;
}

/** Sweeps and webhooks bring reads forward; only an open wish to stop keeps looking by itself. */
function nextReadAt(task: Task, sentAt: number, now: number): number | null {
  if (isHintedSince(task.readDueAt, sentAt, now)) return task.readDueAt;
  return task.cancelRequested !== null && !hasEnded(task)
    ? now + STOP_BACKOFF.longest
    : null;
}
