import { costOf } from '../cost/costOf';
import { rateShareOf } from '../outcome/honestRate';
import { HistoryEntry } from '../task/historyEntry';
import { Task } from '../task/task';
import { BreakerFact, BreakerFactKind } from './breakerFact';

/** A run that costs more than this many times its estimate is not what was asked for. */
const OVER_COST = 3;

/** What one step of a task teaches about its provider and its template. */
export function breakerFactsOf(
  before: Task,
  after: Task,
  history: readonly HistoryEntry[],
): BreakerFact[] {
  const { id: taskId, updatedAt: at, template, providerId } = after;
  const about = (
    kind: 'provider' | 'template',
    ref: string | undefined,
    fact: BreakerFactKind,
    isBad: boolean | null,
  ): BreakerFact[] =>
    isBad === null || ref === undefined
      ? []
      : [{ scope: { kind, ref }, kind: fact, taskId, isBad, at }];
  const bad = (isSo: boolean): true | null => (isSo ? true : null);
  const ref = template?.ref;
  return [
    ...about('provider', providerId, 'start', startOf(history)),
    ...about('template', ref, 'outcome', outcomeOf(before, after)),
    ...about(
      'template',
      ref,
      'quarantined',
      bad(history.some(({ type }) => type === 'gaveUp')),
    ),
    ...about(
      'template',
      ref,
      'second_start',
      bad(isSecondStart(after) && !isSecondStart(before)),
    ),
    ...about(
      'template',
      ref,
      'over_cost',
      bad(isOverCost(after) && !isOverCost(before)),
    ),
  ];
}

/** Bad: nobody answered. null: nothing was sent, and nothing learnt. */
function startOf(history: readonly HistoryEntry[]): boolean | null {
  for (const { type, source, reason } of history) {
    switch (type) {
      case 'created':
      case 'turnedAway':
        return false;
      case 'refused':
        return source === 'provider' ? false : null;
      case 'ambiguous':
        return true;
      case 'notSent':
        // A worker that was too late, and a breaker, say nothing about the provider.
        return reason === 'unreachable' ? true : null;
      default:
    }
  }
  return null;
}

/** Of tasks that ran; what expired while it waited is nobody's work. */
function outcomeOf(before: Task, after: Task): boolean | null {
  if (before.outcome === after.outcome || after.startedAt === null) return null;
  if (rateShareOf(after) === 'excluded') return null;
  return (
    after.outcome === 'failed' ||
    after.outcome === 'timed_out' ||
    after.outcome === 'lost'
  );
}

function isSecondStart({ flags }: Task): boolean {
  return flags.includes('duplicate_start');
}

function isOverCost({ reported, estimatedCost }: Task): boolean {
  if (estimatedCost === null || estimatedCost <= 0) return false;
  const { actual } = costOf(reported.sessions, estimatedCost);
  return actual !== null && actual > OVER_COST * estimatedCost;
}
