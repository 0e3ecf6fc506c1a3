import { LoggerService } from '@backstage/backend-plugin-api';

/** One kind of recurring work. A pass takes a batch and says whether there may be more. */
export interface LoopWork {
  name: string;
  /** True: look again at once. */
  pass(signal: AbortSignal): Promise<boolean>;
  /** Resolves when what passes have left running has ended. Called after the last pass. */
  drain?(): Promise<void>;
  /** Pause after a pass that found nothing more, milliseconds. */
  idleMs: number;
}

/** What operators see of a loop. Times in milliseconds of this process's clock. */
export interface LoopHealth {
  name: string;
  lastPassAt: number | null;
  /** Passes in a row that failed. */
  failures: number;
}

const LONGEST_PAUSE_MS = 60_000;

/**
 * Runs one kind of work until it is stopped. A pass that fails is logged and backed off with
 * jitter; it never ends the loop, because a database that restarts comes back.
 */
export class Loop {
  private readonly stopping = new AbortController();
  private failures = 0;
  private lastPassAt: number | null = null;
  private running: Promise<void> | undefined;
  private wakeUp: (() => void) | undefined;
  private isWoken = false;

  constructor(
    private readonly work: LoopWork,
    private readonly logger: LoggerService,
    private readonly random: () => number,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Ends the pause, if there is one: something happened that this loop waits for. */
  wake(): void {
    this.isWoken = true;
    this.wakeUp?.();
  }

  /** Claims nothing more; resolves when all that is under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeUp?.();
    await this.running;
    await this.work.drain?.();
  }

  health(): LoopHealth {
    return {
      name: this.work.name,
      lastPassAt: this.lastPassAt,
      failures: this.failures,
    };
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.isWoken = false;
      const hasMore = await this.passOnce();
      if (!hasMore) await this.pause();
    }
  }

  private async passOnce(): Promise<boolean> {
    try {
      const hasMore = await this.work.pass(this.stopping.signal);
      this.failures = 0;
      this.lastPassAt = Date.now();
      return hasMore;
    } catch (error) {
      this.failures += 1;
      this.logger.warn('A loop pass failed and is tried again', {
        loop: this.work.name,
        failures: this.failures,
        error: error instanceof Error ? error.name : 'unknown',
      });
      return false;
    }
  }

  private pause(): Promise<void> {
    if (this.isWoken || this.stopping.signal.aborted) return Promise.resolve();
    const doubled = this.work.idleMs * 2 ** Math.min(this.failures, 10);
    const longest = Math.min(
      doubled,
      Math.max(LONGEST_PAUSE_MS, this.work.idleMs),
    );
    return new Promise(resolve => {
      const timer = setTimeout(done, longest * (0.75 + this.random() / 2));
      this.wakeUp = done;
      function done() {
        clearTimeout(timer);
        resolve();
      }
    });
  }
}
