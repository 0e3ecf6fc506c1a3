import { createHash } from 'node:crypto';

/**
 * Dice without memory: the same seed and keys always fall the same way, whatever was asked before and whichever
 * process asks. That is what makes two servers with one seed tell the same story, also across a restart.
 */
export type DiceKey = string | number;

function digest(seed: number, keys: DiceKey[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([seed, ...keys]))
    .digest();
}

/** A number in [0, 1). */
export function chance(seed: number, ...keys: DiceKey[]): number {
  return digest(seed, keys).readUInt32BE(0) / 2 ** 32;
}

/** A whole number from `least` to `most`, both included. */
export function between(
  least: number,
  most: number,
  seed: number,
  ...keys: DiceKey[]
): number {
  return least + Math.floor(chance(seed, ...keys) * (most - least + 1));
}

export function pick<T>(
  choices: readonly T[],
  seed: number,
  ...keys: DiceKey[]
): T {
  return choices[between(0, choices.length - 1, seed, ...keys)];
}

/** A version 4 UUID in form, not in origin. */
export function uuid(seed: number, ...keys: DiceKey[]): string {
  const hex = digest(seed, keys).toString('hex');
  const variant = '89ab'[parseInt(hex[16], 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Looks like a git object name. */
export function sha(seed: number, ...keys: DiceKey[]): string {
  return digest(seed, keys).toString('hex').slice(0, 40);
}
