const HOUR_MS = 3_600_000;
/** What one branch says within this time is read once. */
const APART_MS = 10_000;
/** A fifth of what following may use of one identity's hour; see the provider's share of reads. */
const MOST_AN_HOUR = 300;
/** Places that are remembered before those that have been quiet are forgotten. */
const KEPT = 1_000;

/**
 * How soon a webhook may bring a read forward. Whoever can push to a branch can send as many as
 * they like: what is too much waits, and what is far too much is left to the sweeps.
 */
export class HintPace {
  readonly #lastAt = new Map<string, number>();
  #hour = { startedAt: -HOUR_MS, used: 0 };

  /**
   * Milliseconds until the read; undefined: this hint counts for nothing.
   *
   * @param place - what it is about, as one key
   * @param identities - how many there are, each with its own hour
   */
  delayMs(place: string, now: number, identities: number): number | undefined {
    const lastAt = this.#lastAt.get(place) ?? -Infinity;
    // A read that is planned already sees what this one would see.
    if (lastAt > now) return lastAt - now;
    if (now - this.#hour.startedAt >= HOUR_MS) {
      this.#hour = { startedAt: now, used: 0 };
    }
    if (this.#hour.used >= MOST_AN_HOUR * Math.max(1, identities)) {
      return undefined;
    }
    this.#hour.used += 1;
    const at = Math.max(now, lastAt + APART_MS);
    this.#lastAt.set(place, at);
    if (this.#lastAt.size > KEPT) this.#forgetQuiet(now);
    return at - now;
  }

  #forgetQuiet(now: number): void {
    for (const [place, at] of this.#lastAt) {
      if (at + APART_MS <= now) this.#lastAt.delete(place);
    }
  }
}
