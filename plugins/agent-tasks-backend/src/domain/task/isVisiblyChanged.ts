import { contentOf } from '../observation/providerRecord';
import { canonicalJson } from '../record/canonicalJson';
import { Task } from './task';

/** Bookkeeping that no reader of a task sees: a change here alone is no new revision. */
const UNSEEN: ReadonlySet<keyof Task> = new Set<keyof Task>([
  'version',
  'revision',
  'updatedAt',
  'phaseSince',
  'epoch',
  'lease',
  'intentAt',
  'marker',
  'digestByName',
  'preflightAt',
  'looks',
  'reported',
  'pullRequests',
  'gone',
  'stopAttempts',
  'costs',
  'remindedAt',
  'startDueAt',
  'readDueAt',
  'artifactDueAt',
  'judgeDueAt',
  'remindDueAt',
  'nextStartAt',
  'eventCount',
  'chainHead',
]);

/** Whether people could see a difference, so that the ETag moves and screens are told. */
export function isVisiblyChanged(before: Task | null, next: Task): boolean {
  if (before === null) return true;
  const keys = Object.keys(next) as (keyof Task)[];
  return (
    keys.some(key => !UNSEEN.has(key) && !isSame(before[key], next[key])) ||
    (before.reported !== next.reported &&
      contentOf(before.reported) !== contentOf(next.reported)) ||
    !isSame(withoutReads(before), withoutReads(next))
  );
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return canonicalJson(a) === canonicalJson(b);
}

function withoutReads({ pullRequests }: Task): unknown[] {
  return pullRequests.map(({ sentAt: _sentAt, ...shown }) => shown);
}
