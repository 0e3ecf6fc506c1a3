import {
  ProviderArtifact,
  ProviderSession,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { canonicalJson } from '../record/canonicalJson';
import { OrderKey } from './orderKey';

/** A value with the key of the read it came from: a later read replaces it, an earlier never. */
export interface Latest<T> {
  value: T;
  key: OrderKey;
}

/** A session as recorded. The prompt stays out: texts have their own retention. */
export type RecordedSession = Omit<ProviderSession, 'prompt'> & {
  /** When the read that won was sent, milliseconds by the database's clock. */
  sentAt: number;
};

/**
 * All that reads by id have told about one task, in canonical form: the same reads give the same
 * record in any order and with any repetition.
 */
export interface ProviderRecord {
  state: Latest<string> | null;
  url: Latest<string> | null;
  /** What the provider calls the task. Untrusted, and rewritten at will. */
  name: Latest<string> | null;
  /** By creation, then id; the number of a session is its place here, starting with 1. */
  sessions: RecordedSession[];
  /** By type and key. */
  artifacts: ProviderArtifact[];
  /** Words of the provider that we do not know, sorted. */
  unknownWords: string[];
  /** When the newest merged read was sent, milliseconds by the database's clock. */
  lastReadAt: number | null;
}

export const EMPTY_PROVIDER_RECORD: ProviderRecord = {
  state: null,
  url: null,
  name: null,
  sessions: [],
  artifacts: [],
  unknownWords: [],
  lastReadAt: null,
};

/** A session with its number within the task; a later one names the earlier as its parent. */
export interface NumberedSession extends RecordedSession {
  number: number;
  parent: number | null;
}

export function numberedSessions(record: ProviderRecord): NumberedSession[] {
  return record.sessions.map((session, index) => ({
    ...session,
    number: index + 1,
    parent: index === 0 ? null : index,
  }));
}

export function latestSession(
  record: ProviderRecord,
): RecordedSession | undefined {
  return record.sessions[record.sessions.length - 1];
}

/** What a person could notice in the record: everything but our own bookkeeping of reads. */
export function contentOf(record: ProviderRecord): string {
  return canonicalJson({
    sessions: record.sessions.map(({ sentAt: _sentAt, ...session }) => session),
    artifacts: record.artifacts,
    url: record.url?.value,
    name: record.name?.value,
  });
}
