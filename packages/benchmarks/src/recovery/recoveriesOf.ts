/** A start whose replica was killed; milliseconds since 1970. */
export interface LostStart {
  /** When its request reached GitHub: the lease began just before. */
  sentAt: number;
  /** When somebody saw it settled. */
  settledAt: number;
}

/** How long starts were left alone, milliseconds each. */
export interface Recoveries {
  /** From the kill until they were settled. */
  all: number[];
  /** What was left of the lease: nobody may touch them before. */
  lease: number[];
  /** What came after. */
  ours: number[];
}

/**
 * @param killedAt - milliseconds since 1970
 * @param leaseMs - how long a claim gives the right to start
 */
export function recoveriesOf(
  starts: readonly LostStart[],
  killedAt: number,
  leaseMs: number,
): Recoveries {
  return {
    all: starts.map(({ settledAt }) => settledAt - killedAt),
    lease: starts.map(({ sentAt }) => Math.max(0, sentAt + leaseMs - killedAt)),
    ours: starts.map(
      ({ sentAt, settledAt }) =>
        settledAt - Math.max(killedAt, sentAt + leaseMs),
    ),
  };
}
