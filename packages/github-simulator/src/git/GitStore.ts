import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Repository, World } from '../state/World';
import { BareRepository } from './BareRepository';
import { bringUpToDate } from './bringUpToDate';
import { runGit } from './runGit';
import { takeIn } from './takeIn';

/**
 * The repositories in git, each made when somebody first looks. The world says which branches there are and which
 * commit each points to; git says what is in them. Both can move a branch: an agent or a merge moves it in the world,
 * and git follows on the next look; a push moves it in git, and the world takes it in before the client hears of it.
 */
export class GitStore {
  #root: string | undefined;
  #temporary: string | undefined;
  #world: World | undefined;
  #turns = new Map<number, Promise<unknown>>();

  /** @param root where the repositories lie; without it in a directory that `close` removes */
  constructor(root: string | undefined) {
    this.#root = root;
  }

  /** The repository as the world has it now, to read from. */
  open(world: World, repository: Repository): Promise<BareRepository> {
    return this.#inTurn(repository, () => this.#ready(world, repository));
  }

  /**
   * Lets `change` write to the repository while nobody else does. The world learns of it when `change` calls `seen`,
   * at the latest when it ends.
   */
  change<T>(
    world: World,
    repository: Repository,
    now: number,
    change: (bare: BareRepository, seen: () => Promise<void>) => Promise<T>,
  ): Promise<T> {
    return this.#inTurn(repository, async () => {
      const bare = await this.#ready(world, repository);
      let before = await bare.refs();
      const seen = async () => {
        before = await takeIn(world, repository, bare, before, now);
      };
      try {
        return await change(bare, seen);
      } finally {
        await seen();
      }
    });
  }

  close(): void {
    if (this.#temporary)
      rmSync(this.#temporary, { recursive: true, force: true });
    this.#temporary = undefined;
  }

  #inTurn<T>(repository: Repository, act: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(repository.id) ?? Promise.resolve();
    const turn = before.then(act, act);
    this.#turns.set(repository.id, turn);
    return turn;
  }

  async #ready(world: World, repository: Repository): Promise<BareRepository> {
    const root = this.#directory();
    // The same dice give a new world the old names of commits, but not their content.
    if (this.#world && this.#world !== world) {
      for (const stale of readdirSync(root))
        rmSync(join(root, stale), { recursive: true, force: true });
    }
    this.#world = world;
    // The time tells today's repository from one of the same id in a world that was begun anew.
    const name = `${repository.id}-${repository.createdAt}.git`;
    const directory = join(root, name);
    if (!existsSync(join(directory, 'HEAD'))) {
      for (const stale of readdirSync(root)) {
        if (stale.startsWith(`${repository.id}-`))
          rmSync(join(root, stale), { recursive: true, force: true });
      }
      await runGit(root, ['init', '--quiet', '--bare', '--template=', name]);
      for (const [key, value] of [
        ['http.receivepack', 'true'],
        ['transfer.hideRefs', 'refs/simulator'],
        ['gc.auto', '0'],
      ]) {
        await runGit(directory, ['config', key, value]);
      }
    }
    const bare = new BareRepository(directory);
    await bringUpToDate(world, repository, bare);
    return bare;
  }

  #directory(): string {
    if (this.#root) {
      mkdirSync(this.#root, { recursive: true });
      return this.#root;
    }
    this.#temporary ??= mkdtempSync(join(tmpdir(), 'github-simulator-'));
    return this.#temporary;
  }
}
