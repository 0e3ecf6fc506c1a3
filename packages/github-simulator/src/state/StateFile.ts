import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { World } from './World';

const SETTLE_MS = 200;

/**
 * Keeps the world in one file. The file is always whole: it is written beside itself, synced and renamed. Changes are
 * written soon (`changed`), creations before the client hears of them (`flush`), so that the simulator still knows of a
 * task whose answer, or whose simulator, was lost.
 */
export class StateFile {
  #path: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** @throws Error if the file is not a world of this format. */
  read(): World | undefined {
    if (!existsSync(this.#path)) return undefined;
    const world = JSON.parse(readFileSync(this.#path, 'utf8')) as World;
    if (world.format !== 1) {
      throw new Error(
        `${this.#path} holds no world of format 1; remove it to begin anew`,
      );
    }
    return world;
  }

  changed(world: World): void {
    this.#timer ??= setTimeout(() => this.flush(world), SETTLE_MS).unref();
  }

  flush(world: World): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    mkdirSync(dirname(this.#path), { recursive: true });
    const beside = `${this.#path}.new`;
    const file = openSync(beside, 'w');
    try {
      writeSync(file, JSON.stringify(world));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, this.#path);
  }
}
