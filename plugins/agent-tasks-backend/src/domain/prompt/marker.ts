/** The word of the tracking line. No text from people may hold it, or a copy could be adopted. */
export const MARKER_WORD = 'Portal-Task-Ref';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const MAC_LENGTH = 8;

/** What stands where the marker will be, in everything that is shown before tracking. */
export const MARKER_PLACEHOLDER = `${MARKER_WORD}: (set when the task starts)`;

/**
 * What the marker's code is signed over; the signing itself happens outside. The parts cannot hold
 * the separator, so no two tasks share a message. The installation keeps a clone of the database
 * from adopting what this one started.
 */
export function markerMessage(
  installation: string,
  taskId: string,
  repositoryId: string,
): string {
  return [installation, taskId, repositoryId].join('\u0000');
}

/** The marker of a task: `at1_<task id>_<8 base32>`. `mac` needs at least 5 bytes. */
export function markerOf(taskId: string, mac: Uint8Array): string {
  return `at1_${taskId}_${base32(mac).slice(0, MAC_LENGTH)}`;
}

export function markerLine(marker: string): string {
  return `${MARKER_WORD}: ${marker}`;
}

/** Every marker that stands on a line of its own, in order; checking their codes is the caller's. */
export function markersIn(text: string): { marker: string; taskId: string }[] {
  return text.split(/\r?\n/).flatMap(line => {
    const match =
      /^Portal-Task-Ref: (at1_([0-9A-Za-z-]{1,64})_[a-z2-7]{8})\s*$/.exec(line);
    return match ? [{ marker: match[1], taskId: match[2] }] : [];
  });
}

/** Compares in a time that does not depend on where two markers differ. */
export function isSameMarker(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) {
    difference |= a.charCodeAt(index) ^ (b.charCodeAt(index) || 0);
  }
  return difference === 0;
}

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
  }
  return text;
}
