/** What time it is, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;

  constructor(startsAt: number = Date.parse('2026-11-20T09:00:00Z')) {
    this.#now = startsAt;
  }

  now() {
    return this.#now;
  }

  advance(milliseconds: number) {
    this.#now += milliseconds;
  }
}
