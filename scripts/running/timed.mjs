import { stepLine } from './stepLine.mjs';

/**
 * Does one piece of work and prints its line once it is done. A failure is the
 * caller's to tell.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [noteOf]
 * @returns {Promise<T>}
 */
export async function timed(title, work, noteOf = () => '') {
  const begun = Date.now();
  const result = await work();
  const elapsed = Date.now() - begun;
  console.log(stepLine({ title, elapsed, note: noteOf(result) }));
  return result;
}
