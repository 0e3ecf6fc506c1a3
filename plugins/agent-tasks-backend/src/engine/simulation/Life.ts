import { Dice } from './Dice';
import { Journal } from './Journal';
import { LONG_PAUSE_MS, Plan } from './Plan';
import { Scheduler } from './Scheduler';

export interface World {
  scheduler: Scheduler;
  dice: Dice;
  journal: Journal;
  plan: Plan;
}

/** Steps worth a line of their own; what the others do shows in what they save. */
const TOLD = [
  'submit',
  'send',
  'answer',
  'candidates',
  'stop',
  'freeze',
  'thaw',
];

/** Thrown where the connection to the database breaks. */
export class DatabaseGone extends Error {
  /** As a socket says it. */
  readonly code = 'ECONNRESET';
}

/**
 * One process of a replica, from its start to its crash. Everything it awaits goes through `gate`,
 * which is where it can crash, stand still, or lose its database.
 */
export class Life {
  isDead = false;
  private pausedUntil = 0;
  private readonly clockOffset: number;
  /** One of the two clocks of a machine fails it, never both. */
  private readonly isSuspended: boolean;
  private suspendedMs = 0;
  private setBackMs = 0;

  constructor(
    private readonly world: World,
    readonly name: string,
    private readonly onCrash: () => void,
  ) {
    this.clockOffset = world.dice.between(0, 1_000_000);
    this.isSuspended = world.dice.chance(0.5);
  }

  /** Counts on while the process stands still, but not while its machine does. */
  monotonic(): number {
    return this.world.scheduler.now - this.clockOffset - this.suspendedMs;
  }

  /** Counts on always, and is set back now and then. */
  wallClock(): number {
    return this.world.scheduler.now - this.setBackMs;
  }

  /** Does some work elsewhere, a little later; the promise stays open for ever after a crash. */
  gate<T>(
    label: string,
    latencyMs: number,
    work: () => T | PromiseLike<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const { scheduler } = this.world;
      scheduler.after(
        latencyMs,
        () => this.pass(label, work, resolve, reject),
        {
          heldUntil: () => this.pausedUntil,
          isOver: () => this.isDead,
        },
      );
    });
  }

  /** Ends the process; what it waits for is never answered. */
  crash(): void {
    this.isDead = true;
    this.onCrash();
  }

  private pass<T>(
    label: string,
    work: () => T | PromiseLike<T>,
    resolve: (value: T | PromiseLike<T>) => void,
    reject: (error: unknown) => void,
  ): void {
    const { journal, plan } = this.world;
    switch (plan.mishapAt(label)) {
      case 'crash_before_commit':
        journal.fault('crash_before_commit', this.name, label);
        this.crash();
        return;
      case 'crash_after_commit':
        journal.fault('crash_after_commit', this.name, label);
        // Nobody waits for it any more, not even for its failure.
        Promise.resolve(work()).catch(() => {});
        this.crash();
        return;
      case 'pause':
        this.pause(label);
        this.gate(label, 0, work).then(resolve, reject);
        return;
      case 'database_refused':
        journal.fault('database_refused', this.name, label);
        reject(new DatabaseGone(label));
        return;
      case 'database_answer_lost':
        journal.fault('database_answer_lost', this.name, label);
        Promise.resolve(work()).then(
          () => reject(new DatabaseGone(label)),
          reject,
        );
        return;
      default:
        if (TOLD.includes(label)) journal.tell(this.name, () => label);
        resolve(work());
    }
  }

  private pause(label: string): void {
    const { plan, scheduler, journal } = this.world;
    const ms = plan.pauseMs();
    const kind = ms >= LONG_PAUSE_MS ? 'pause_past_lease' : 'pause';
    journal.fault(kind, this.name, `${label} for ${ms} ms`);
    this.pausedUntil = scheduler.now + ms;
    if (this.isSuspended) {
      journal.fault('machine_suspended', this.name);
      this.suspendedMs += ms;
    } else {
      journal.fault('clock_set_back', this.name);
      this.setBackMs += ms;
    }
  }
}
