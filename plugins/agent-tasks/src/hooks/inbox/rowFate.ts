import { Note } from './noteOf';

/** What became of a row while the person looked at it. */
export interface RowFate {
  hasLeft: boolean;
  /** A command that can still be taken back; `sending` once it was sent. */
  pending: string | undefined;
  note: Note | undefined;
  /** Milliseconds since the epoch: when the list was last read. */
  readAt: number;
}

/** These change a row, and leave it where it is. */
const STAYS = new Set(['assign', 'release', 'wake']);

/**
 * Whether nothing is left to do here: it waits no more, or the person did what takes it away and
 * the list has not been read since. A list that still has it after that is believed.
 */
export function isStruck({ hasLeft, pending, note, readAt }: RowFate): boolean {
  if (hasLeft || pending !== undefined) return true;
  return note?.kind === 'done' && !STAYS.has(note.deed) && note.at > readAt;
}
