import { LoopWork } from '../loops/Loop';
import { LoopName } from './DueTimes';
import { Life } from './Life';
import { Portal } from './Portal';
import { Idler } from './Scheduler';

const NEVER_STOPPED = new AbortController().signal;
const LONGEST_PAUSE_MS = 600_000;

/**
 * What `Loop` does with the clock of the world: one pass after the other, a pause after one that
 * found nothing, and a longer one after one that failed.
 */
export class Turns {
  private idler: Idler | undefined;
  private isWoken = false;
  /** Passes in a row that failed or changed nothing. */
  private vain = 0;

  constructor(
    private readonly portal: Portal,
    private readonly life: Life,
    private readonly name: LoopName,
    private readonly work: LoopWork,
  ) {}

  start(): void {
    // A pass that fails for good would end the process, which nothing here may do.
    this.run().catch(error => {
      this.portal.failures.push(error);
    });
  }

  wake(): void {
    this.isWoken = true;
    if (this.idler) this.idler.notBefore = this.portal.scheduler.now;
  }

  private async run(): Promise<void> {
    await this.pause(this.portal.dice.between(0, 2_000));
    while (!this.life.isDead) {
      this.isWoken = false;
      const before = this.portal.tables.writes;
      const hasMore = await this.pass();
      this.vain = this.portal.tables.writes === before ? this.vain + 1 : 0;
      if (!hasMore && !this.isWoken) await this.pause(this.pauseMs());
    }
  }

  private async pass(): Promise<boolean> {
    try {
      return await this.work.pass(NEVER_STOPPED);
    } catch (error) {
      this.portal.journal.tell(this.life.name, () => `${this.name}: ${error}`);
      return false;
    }
  }

  private pauseMs(): number {
    const { idleMs } = this.work;
    const longest = Math.min(idleMs * 4 ** this.vain, LONGEST_PAUSE_MS);
    return longest * (0.75 + this.portal.dice.roll() / 2);
  }

  private pause(ms: number): Promise<void> {
    const { scheduler, due } = this.portal;
    return new Promise(resolve => {
      this.idler = {
        notBefore: Math.ceil(scheduler.now + ms),
        readyAt: () => due.of(this.name),
        isOver: () => this.life.isDead,
        resume: () => {
          this.idler = undefined;
          resolve();
        },
      };
      scheduler.idle(this.idler);
    });
  }
}
