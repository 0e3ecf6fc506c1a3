/** Enough for every identity and every connected person of a large portal. */
const KEPT = 1_000;

/** Keeps a value as the newest of a map, and forgets the oldest of too many. */
export function keepNewest<Value>(
  kept: Map<string, Value>,
  key: string,
  value: Value,
): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest) kept.delete(oldest);
}
