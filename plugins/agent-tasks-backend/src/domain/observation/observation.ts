import {
  isKnownProviderState,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { growsOver, mergeReport } from './mergeReport';
import { isEndWord, OrderKey, orderKeyOf, rankOf } from './orderKey';
import { contentOf, ProviderRecord } from './providerRecord';

/** What one read was, compared with what we knew. Recorded and counted, one metric label each. */
export const OBSERVATION_CLASSES = [
  'observed',
  'duplicate',
  'duplicate_terminal',
  'out_of_order',
  'regression',
  'session_reset',
  'session_resumed',
  'session_superseded',
  'unknown_state',
  'gone',
  'foreign',
] as const;

export type ObservationClass = (typeof OBSERVATION_CLASSES)[number];

/** Whom the read has to be about. */
export interface ObservedSubject {
  taskId: string;
  repositoryId: string | null;
  /** Account that started the task; null while nobody has told. */
  creatorId: string | null;
}

export interface Observation {
  record: ProviderRecord;
  /** The first says how the read related to the last; `unknown_state` may follow. */
  classes: ObservationClass[];
}

/**
 * Merges one read by id and says what it was. A read about another repository or of another
 * account is foreign: it changes nothing, because a wrong link must not write into this record.
 */
export function observe(
  subject: ObservedSubject,
  record: ProviderRecord,
  read: ProviderTask,
  sentAt: number,
): Observation {
  if (isForeign(subject, read)) return { record, classes: ['foreign'] };
  const merged = mergeReport(record, read, sentAt);
  const classes = [classOf(record, merged, read, sentAt)];
  if (!isKnownProviderState(read.state)) classes.push('unknown_state');
  return { record: merged, classes };
}

function isForeign(subject: ObservedSubject, read: ProviderTask): boolean {
  const differs = (known: string | null, told: string | undefined) =>
    known !== null && told !== undefined && known !== told;
  return (
    read.id !== subject.taskId ||
    differs(subject.repositoryId, read.repositoryId) ||
    differs(subject.creatorId, read.creatorId)
  );
}

function classOf(
  before: ProviderRecord,
  merged: ProviderRecord,
  read: ProviderTask,
  sentAt: number,
): ObservationClass {
  if (before.state === null) return 'observed';
  const known = before.state.key;
  const key = orderKeyOf(read, sentAt);
  const isSameWord =
    key.word === known.word &&
    key.sessions === known.sessions &&
    contentOf(before) === contentOf(merged);
  if (isSameWord && isEndWord(key.word)) return 'duplicate_terminal';
  if (isSameWord && key.changedAt === known.changedAt) return 'duplicate';
  return growsOver(before, key) ? stepBetween(known, key) : 'out_of_order';
}

function stepBetween(known: OrderKey, key: OrderKey): ObservationClass {
  if (known.sessions > 0 && key.sessions > known.sessions) {
    return isEndWord(known.word) ? 'session_resumed' : 'session_superseded';
  }
  if (isEndWord(known.word) && !isEndWord(key.word)) return 'session_reset';
  const isBackwards =
    isKnownProviderState(key.word) && rankOf(key.word) < rankOf(known.word);
  return isBackwards ? 'regression' : 'observed';
}
