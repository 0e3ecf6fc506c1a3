import {
  ProviderSession,
  ProviderUsage,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { canonicalJson, compareCodeUnits } from '../record/canonicalJson';
import { rankOf } from './orderKey';
import { RecordedSession } from './providerRecord';

/**
 * Merges the sessions of one read by session id. A session is replaced only by a later word about
 * the same session; its usage only grows, because a provider bills what was used even when a
 * later answer forgets to say so.
 */
export function mergeSessions(
  known: readonly RecordedSession[],
  read: readonly ProviderSession[],
  sentAt: number,
): RecordedSession[] {
  const byId = new Map(known.map(session => [session.id, session]));
  for (const { prompt: _prompt, ...session } of read) {
    const told: RecordedSession = { ...session, sentAt };
    const before = byId.get(told.id);
    byId.set(told.id, before ? laterOf(before, told) : told);
  }
  return [...byId.values()].sort(
    (a, b) => a.createdAt - b.createdAt || compareCodeUnits(a.id, b.id),
  );
}

function laterOf(a: RecordedSession, b: RecordedSession): RecordedSession {
  const winner = compareSessions(a, b) < 0 ? b : a;
  const usage = largerUsage(a.usage, b.usage);
  return usage ? { ...winner, usage } : winner;
}

function compareSessions(a: RecordedSession, b: RecordedSession): number {
  return (
    changedAt(a) - changedAt(b) ||
    a.sentAt - b.sentAt ||
    rankOf(a.state) - rankOf(b.state) ||
    // Usage is merged apart; counting it here would let the larger bill decide the state.
    compareCodeUnits(
      canonicalJson({ ...a, usage: undefined }),
      canonicalJson({ ...b, usage: undefined }),
    )
  );
}

function changedAt(session: RecordedSession): number {
  return Math.max(
    session.createdAt,
    session.updatedAt ?? 0,
    session.completedAt ?? 0,
  );
}

function largerUsage(
  a: ProviderUsage | undefined,
  b: ProviderUsage | undefined,
): ProviderUsage | undefined {
  if (!a || !b) return a ?? b;
  if (a.unit !== b.unit) return a.unit < b.unit ? a : b;
  return a.amount >= b.amount ? a : b;
}
