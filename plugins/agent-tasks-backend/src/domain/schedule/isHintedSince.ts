/**
 * Whether a due time was brought forward after a read was sent. Whoever works on a task has moved
 * its due time ahead; if it is due again, something new was said meanwhile, and the answer on its
 * way may be older than that. A hint from before is answered by the read.
 */
export function isHintedSince(
  dueAt: number | null,
  sentAt: number,
  now: number,
): boolean {
  return dueAt !== null && dueAt > sentAt && dueAt <= now;
}
