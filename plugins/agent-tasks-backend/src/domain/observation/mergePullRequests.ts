import {
  ProviderPullRequest,
  PullRequestState,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { canonicalJson, compareCodeUnits } from '../record/canonicalJson';

/** A pull request as recorded. Its body stays out; only the parsed report is kept, as a claim. */
export type RecordedPullRequest = Omit<ProviderPullRequest, 'untrustedBody'> & {
  /** Files outside the template's scope, as observed; [] until the files were read. */
  outOfScope: string[];
  /** When the read was sent, milliseconds by the database's clock. */
  sentAt: number;
};

const RANK: Record<PullRequestState, number> = {
  open: 0,
  closed: 1,
  merged: 2,
};

/**
 * Merges read pull requests by database id: the later word wins, and merged is final whatever
 * comes after, because no provider can take a merge back.
 */
export function mergePullRequests(
  known: readonly RecordedPullRequest[],
  read: readonly RecordedPullRequest[],
): RecordedPullRequest[] {
  const byId = new Map(known.map(item => [item.databaseId, item]));
  for (const item of read) {
    const before = byId.get(item.databaseId);
    if (!before || compare(before, item) < 0) byId.set(item.databaseId, item);
  }
  return [...byId.values()].sort(
    (a, b) =>
      a.number - b.number || compareCodeUnits(a.databaseId, b.databaseId),
  );
}

function compare(a: RecordedPullRequest, b: RecordedPullRequest): number {
  return (
    Number(a.state === 'merged') - Number(b.state === 'merged') ||
    (a.updatedAt ?? 0) - (b.updatedAt ?? 0) ||
    a.sentAt - b.sentAt ||
    RANK[a.state] - RANK[b.state] ||
    compareCodeUnits(canonicalJson(a), canonicalJson(b))
  );
}
