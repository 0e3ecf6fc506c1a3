let aheadMs = 0;

const { now: realNow } = Date;
const now = () => realNow() + aheadMs;

// In front of everything that is loaded later: whoever keeps `Date.now` for itself keeps this one.
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new Date().toString(),
  get: (target, name, receiver) =>
    name === 'now' ? now : Reflect.get(target, name, receiver),
});

/**
 * Puts this process's wall clock off by so much, as a machine whose clock was set does. Timers and
 * `performance.now()` go on, as they do there.
 */
export function putClock(ms: number): void {
  aheadMs = ms;
}
