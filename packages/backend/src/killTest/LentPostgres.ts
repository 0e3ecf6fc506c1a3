import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** A PostgreSQL of this test's own, which may be taken away while a portal uses it. */
export class LentPostgres {
  readonly #child: ChildProcess;
  readonly url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(): Promise<LentPostgres> {
    const child = fork(
      resolvePackagePath('backend', '../../scripts/testing/lendPostgres.mjs'),
      [],
      { execArgv: [] },
    );
    return new LentPostgres(child, await nextWord(child));
  }

  /** Cuts every connection in the middle of whatever it does. What was committed is kept. */
  crash(): Promise<void> {
    return this.#order('crash');
  }

  /** Where it was before. */
  recover(): Promise<void> {
    return this.#order('recover');
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  async #order(word: string): Promise<void> {
    const done = nextWord(this.#child);
    this.#child.send(word);
    await done;
  }
}

async function nextWord(child: ChildProcess): Promise<string> {
  const aborted = new AbortController();
  const { signal } = aborted;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([word]) => String(word)),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('PostgreSQL ended by itself');
      }),
    ]);
  } finally {
    aborted.abort();
  }
}
