import {
  isKnownProviderState,
  ProviderState,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { compareCodeUnits } from '../record/canonicalJson';

/**
 * Orders what the provider said about one task. A later session outweighs any time stamp, because
 * a provider derives the task's state from its latest session; then the provider's clock, then the
 * moment our read was sent by the database's clock, then the word's rank.
 */
export interface OrderKey {
  sessions: number;
  /** `updatedAt ?? createdAt`, milliseconds by the provider's clock. */
  changedAt: number;
  /** Milliseconds by the database's clock. */
  sentAt: number;
  word: string;
}

const RANK: Record<ProviderState, number> = {
  queued: 1,
  in_progress: 2,
  waiting_for_user: 3,
  idle: 4,
  cancelled: 5,
  timed_out: 6,
  failed: 7,
  completed: 8,
};

/** A word we do not know loses every tie: it must never hide one that we understand. */
export function rankOf(word: string): number {
  return isKnownProviderState(word) ? RANK[word] : 0;
}

const END_WORDS: readonly string[] = [
  'completed',
  'failed',
  'timed_out',
  'cancelled',
] satisfies ProviderState[];

/** Whether the provider says that the agent's run is over. */
export function isEndWord(word: string | null): boolean {
  return word !== null && END_WORDS.includes(word);
}

export function orderKeyOf(read: ProviderTask, sentAt: number): OrderKey {
  return {
    sessions: Math.max(read.sessionCount ?? 0, read.sessions?.length ?? 0),
    changedAt: read.updatedAt ?? read.createdAt,
    sentAt,
    word: read.state,
  };
}

/** Negative when `a` is earlier. Total: 0 only for keys that say the same in every part. */
export function compareOrderKeys(a: OrderKey, b: OrderKey): number {
  return (
    a.sessions - b.sessions ||
    a.changedAt - b.changedAt ||
    a.sentAt - b.sentAt ||
    rankOf(a.word) - rankOf(b.word) ||
    compareCodeUnits(a.word, b.word)
  );
}
