import {
  isKnownProviderState,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { compareCodeUnits } from '../record/canonicalJson';
import { mergeArtifacts } from './mergeArtifacts';
import { mergeSessions } from './mergeSessions';
import { compareOrderKeys, OrderKey, orderKeyOf } from './orderKey';
import { Latest, ProviderRecord } from './providerRecord';

/**
 * Merges one read by id into the record. Every part is a maximum or a union, so any order and any
 * duplication of reads ends in the same record; that is what lets replicas, webhooks and sweeps
 * race without a lock around them.
 */
export function mergeReport(
  record: ProviderRecord,
  read: ProviderTask,
  sentAt: number,
): ProviderRecord {
  const key = orderKeyOf(read, sentAt);
  return {
    state: later(record.state, { value: read.state, key }),
    url: laterIfTold(record.url, read.url, key),
    name: laterIfTold(record.name, read.untrustedName, key),
    sessions: mergeSessions(record.sessions, read.sessions ?? [], sentAt),
    artifacts: mergeArtifacts(record.artifacts, read.artifacts),
    unknownWords: isKnownProviderState(read.state)
      ? record.unknownWords
      : [...new Set([...record.unknownWords, read.state])].sort(
          compareCodeUnits,
        ),
    lastReadAt: Math.max(record.lastReadAt ?? sentAt, sentAt),
  };
}

function laterIfTold(
  known: Latest<string> | null,
  value: string | undefined,
  key: OrderKey,
): Latest<string> | null {
  return value === undefined ? known : later(known, { value, key });
}

function later(a: Latest<string> | null, b: Latest<string>): Latest<string> {
  if (!a) return b;
  const order =
    compareOrderKeys(a.key, b.key) || compareCodeUnits(a.value, b.value);
  return order < 0 ? b : a;
}

/** Whether a read with this key would be accepted as the newest word about the state. */
export function growsOver(record: ProviderRecord, key: OrderKey): boolean {
  return record.state === null || compareOrderKeys(record.state.key, key) < 0;
}
