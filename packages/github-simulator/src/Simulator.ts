import { Clock, systemClock } from './state/Clock';
import { newWorld } from './state/newWorld';
import { StateFile } from './state/StateFile';
import { World } from './state/World';
import { WorldFile } from './state/worldFile';
import { defaultSettings, Settings } from './settings';
import { playDue } from './agents/playDue';
import { RateLimits } from './door/RateLimits';
import { Faults } from './faults/Faults';
import { GitStore } from './git/GitStore';
import { Journal } from './journal/Journal';

export interface SimulatorOptions {
  world: WorldFile;
  seed?: number;
  clock?: Clock;
  /** Path of the file that keeps the world; without it the world ends with the process. */
  state?: string;
  settings?: Partial<Settings>;
}

/**
 * One simulated GitHub: its world, its clock and what was ordered of it. Routes, pages and the control API all work on
 * this; none of them keeps state of its own.
 */
export class Simulator {
  readonly settings: Settings;
  readonly faults: Faults;
  readonly journal = new Journal();
  readonly limits = new RateLimits();
  readonly git: GitStore;
  /** Errors of our own, such as an answer that GitHub's contract forbids; see `startSimulator`. */
  readonly bugs: Error[] = [];
  /** Address without a slash at the end; known once the server listens. */
  origin = 'http://127.0.0.1';

  #world: World;
  #clock: Clock;
  #file: StateFile | undefined;
  #begin: () => World;

  constructor(options: SimulatorOptions) {
    const seed = options.seed ?? 1;
    this.settings = { ...defaultSettings, ...options.settings };
    this.faults = new Faults(seed);
    this.#clock = options.clock ?? systemClock;
    this.#file = options.state ? new StateFile(options.state) : undefined;
    this.git = new GitStore(options.state && `${options.state}.git`);
    this.#begin = () => newWorld(options.world, seed, this.#clock.now());
    this.#world = this.#file?.read() ?? this.#begin();
  }

  get world(): World {
    return this.#world;
  }

  now(): number {
    return this.#clock.now() + this.#world.clockOffsetMs;
  }

  /** Lets the agents do all that is due by now. Called before anything is read. */
  catchUp(): void {
    if (playDue(this.#world, this.settings, this.now())) this.changed();
  }

  /** Moves the clock ahead and lets the agents work up to then. */
  advance(milliseconds: number): void {
    this.#world.clockOffsetMs += milliseconds;
    this.catchUp();
    this.changed();
  }

  /** Says that the world is different now; it is saved soon. */
  changed(): void {
    this.#file?.changed(this.#world);
  }

  /** Saves the world before returning. */
  save(): void {
    this.#file?.flush(this.#world);
  }

  /** Back to the first day, as the world file has it. */
  reset(): void {
    this.#world = this.#begin();
    this.faults.clear();
    this.journal.clear();
    this.save();
  }
}
