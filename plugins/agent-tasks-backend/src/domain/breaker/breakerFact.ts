/** What a breaker is about: starts at a provider, reads under an identity, runs of a template. */
export interface BreakerScope {
  kind: 'provider' | 'read' | 'template';
  ref: string;
}

/**
 * What breakers are decided by. `start`: whether the provider answered; `outcome`: what a run came
 * to; the others are bad as such.
 */
export const BREAKER_FACTS = [
  'start',
  'outcome',
  'quarantined',
  'second_start',
  'over_cost',
] as const;

export type BreakerFactKind = (typeof BREAKER_FACTS)[number];

/** One thing that one task taught; a later one of the same kind takes its place. */
export interface BreakerFact {
  scope: BreakerScope;
  kind: BreakerFactKind;
  taskId: string;
  isBad: boolean;
  /** Milliseconds of the database's clock. */
  at: number;
}
