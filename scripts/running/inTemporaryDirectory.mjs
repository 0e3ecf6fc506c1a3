import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './endings.mjs';

/**
 * Lends out a directory that is gone afterwards, however this process ends.
 *
 * @template T
 * @param {string} purpose part of its name
 * @param {(directory: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function inTemporaryDirectory(purpose, use) {
  const directory = mkdtempSync(join(tmpdir(), `agent-tasks-${purpose}-`));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const removed = atEnd(remove);
  try {
    return await use(directory);
  } finally {
    removed();
    remove();
  }
}
