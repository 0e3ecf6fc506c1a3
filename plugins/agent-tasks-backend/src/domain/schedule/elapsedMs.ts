/** The same moment by both clocks of one machine, in milliseconds. Neither is compared with others. */
export interface Moment {
  /** Never jumps, and on some systems stands still while the machine is suspended. */
  monotonic: number;
  /** Goes on while the machine is suspended, and jumps when it is set. */
  wall: number;
}

/**
 * How much time has surely gone by at most: the larger of what the two clocks say. A suspended
 * machine shows in the wall clock alone; a wall clock that was set back shows in the other alone,
 * and lengthens nothing. One that was set forward ends a lease early, which costs a turn.
 */
export function elapsedMs(since: Moment, now: Moment): number {
  return Math.max(now.monotonic - since.monotonic, now.wall - since.wall);
}
