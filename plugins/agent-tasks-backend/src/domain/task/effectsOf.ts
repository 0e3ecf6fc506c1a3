import {
  stateOf,
  statusOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ObservationClass } from '../observation/observation';
import { Task } from './task';
import { AlarmCode, TaskEffect } from './taskEffect';
import { TaskEvent } from './taskEvent';
import { hasEnded, openPullRequest } from './taskProgress';

/** What is to be done outside because of the change. */
export function effectsOf(
  before: Task | null,
  next: Task,
  event: TaskEvent,
  classes: ObservationClass[],
): TaskEffect[] {
  return [
    ...published(before, next),
    ...signalled(before, next),
    ...notified(before, next, event, classes),
    ...stopped(next, event),
    ...linkedBack(next),
    ...alarmed(before, next, event, classes),
    ...released(before, next),
  ];
}

function published(before: Task | null, next: Task): TaskEffect[] {
  const told = {
    state: stateOf(next),
    status: statusOf(next),
    outcome: next.outcome,
    attention: next.attention,
  };
  const isSame =
    before !== null &&
    told.state === stateOf(before) &&
    told.status === statusOf(before) &&
    told.outcome === before.outcome &&
    told.attention === before.attention;
  if (isSame) return [];
  return [
    {
      kind: 'publish',
      dedupeKey: `${next.id}:publish:${next.revision}`,
      ...told,
      previousState: before && stateOf(before),
      at: next.updatedAt,
    },
  ];
}

function signalled(before: Task | null, next: Task): TaskEffect[] {
  if (before?.revision === next.revision) return [];
  return [
    {
      kind: 'signal',
      dedupeKey: `${next.id}:signal:${next.revision}`,
      recipients: unique([next.requester.ref, ...next.routedTo]),
      revision: next.revision,
    },
  ];
}

function notified(
  before: Task | null,
  next: Task,
  event: TaskEvent,
  classes: ObservationClass[],
): TaskEffect[] {
  const isRaised =
    next.attention !== null &&
    (before?.attention !== next.attention ||
      before.attentionReason !== next.attentionReason);
  // A provider that takes a step back is recorded; people are not told about it.
  if (isRaised && classes[0] !== 'regression') return [raised(next)];
  if (event.type === 'reminded' && next.attention !== null) {
    const times = `${next.remindedAt}:${next.escalatedAt}`;
    return [{ ...raised(next), dedupeKey: `${next.id}:remind:${times}` }];
  }
  const isFinished =
    next.outcome !== 'pending' && before?.outcome !== next.outcome;
  if (isFinished && next.attention === null) return [finished(next)];
  const isHandled = before?.attention && next.attention === null;
  return isHandled && event.actor.type === 'user' && event.actor.ref
    ? [
        {
          kind: 'markHandled',
          dedupeKey: `${next.id}:handled:${before.attentionSince}`,
          by: event.actor.ref,
          recipients: raised(before).recipients,
        },
      ]
    : [];
}

/** Half a success is the owners' as well: a branch that nobody asked for stands in their repository. */
function finished(next: Task): TaskEffect {
  const isPartial = next.flags.includes('partial_state');
  return {
    kind: 'notify',
    dedupeKey: `${next.id}:finished:${next.outcomeAt}`,
    topic: 'finished',
    reason: isPartial ? 'partial_state' : next.outcomeReason ?? next.outcome,
    recipients: unique([
      next.requester.ref,
      ...(isPartial ? next.people.owners : []),
    ]),
  };
}

function raised(next: Task): TaskEffect & { kind: 'notify' } {
  const isReady = next.attention === 'review';
  return {
    kind: 'notify',
    dedupeKey: [
      next.id,
      next.attention,
      next.attentionReason,
      next.attentionSince,
    ].join(':'),
    topic: next.attention ?? 'finished',
    reason: next.attentionReason ?? '',
    recipients: unique(
      isReady ? [...next.routedTo, next.requester.ref] : next.routedTo,
    ),
  };
}

/** Repeated by number until a read confirms the end; the key makes each try happen once. */
function stopped(next: Task, event: TaskEvent): TaskEffect[] {
  const mayBegin =
    event.type === 'cancelRequested' ||
    event.type === 'created' ||
    event.type === 'found' ||
    event.type === 'observed';
  if (!mayBegin || next.phase !== 'tracking') return [];
  if (next.cancelRequested === null || hasEnded(next)) return [];
  const run = `${next.reported.sessions.length}:${next.stopAttempts}`;
  return [{ kind: 'stop', dedupeKey: `${next.id}:stop:${run}` }];
}

function linkedBack(next: Task): TaskEffect[] {
  const open = openPullRequest(next);
  if (!open) return [];
  return [
    {
      kind: 'linkBack',
      dedupeKey: `${next.id}:link:${open.databaseId}`,
      pullRequestNumber: open.number,
    },
  ];
}

const ALARM_FLAGS = [
  'duplicate_start',
  'late_start',
  'recovered',
  'cannot_stop',
] as const satisfies AlarmCode[];

function alarmed(
  before: Task | null,
  next: Task,
  event: TaskEvent,
  classes: ObservationClass[],
): TaskEffect[] {
  const alarm = (code: AlarmCode, detail: string): TaskEffect => ({
    kind: 'alarm',
    dedupeKey: `${next.id}:alarm:${code}:${detail}`,
    code,
    detail,
  });
  const flagged = ALARM_FLAGS.filter(
    flag => next.flags.includes(flag) && !before?.flags.includes(flag),
  ).map(flag => alarm(flag, next.id));
  const words = next.reported.unknownWords
    .filter(word => !before?.reported.unknownWords.includes(word))
    .map(word => alarm('unknown_state', word));
  const isForeign = classes[0] === 'foreign' && event.type === 'observed';
  const foreign = isForeign ? [alarm('foreign', event.providerTask.id)] : [];
  const isSecond =
    (event.type === 'created' || event.type === 'found') &&
    next.providerTaskId !== event.providerTask.id;
  // A third start is as alarming as the second, though the flag was already there.
  const second = isSecond
    ? [alarm('duplicate_start', event.providerTask.id)]
    : [];
  const taken =
    event.type === 'foundInUse'
      ? [alarm('found_in_use', event.providerTaskId)]
      : [];
  return [
    ...flagged.filter(() => !isSecond),
    ...words,
    ...foreign,
    ...second,
    ...taken,
  ];
}

function released(before: Task | null, next: Task): TaskEffect[] {
  const isOver = hasEnded(next) && !(before && hasEnded(before));
  if (next.identity.type !== 'requester' || !isOver) return [];
  return [
    {
      kind: 'releaseToken',
      dedupeKey: `${next.id}:release:${next.reported.sessions.length}`,
    },
  ];
}

function unique(refs: string[]): string[] {
  return [...new Set(refs)].sort();
}
