/** A time as the API writes it: ISO 8601, UTC. */
export function timeOf(at: number): string {
  return new Date(at).toISOString();
}

export function timeOrNull(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : timeOf(at);
}
