import { Databases } from './database/Databases';
import { Figure } from './figures/Figure';

/** What a run is told. */
export interface BenchmarkScale {
  /** Sizes of the table of tasks, smallest first. */
  rows: number[];
  /** How often each read is measured. */
  rounds: number;
  /** Numbers of active tasks that are followed. */
  active: number[];
  /** Of how many identities tasks are followed; 1: that is not measured. */
  identities: number;
  /** How long they are followed, minutes. */
  minutes: number;
  /** How many tasks are claimed, started or submitted. */
  tasks: number;
  /** To see that all of it works, not to know. */
  isQuick: boolean;
  /** How many tasks wait in the inbox that is opened in a browser. */
  waiting: number;
}

export interface BrowserProgram {
  path: string;
  env: Record<string, string>;
}

export interface BenchmarkContext {
  scale: BenchmarkScale;
  databases: Databases;
  /** Ours until the run ends. */
  directory: string;
  /** How to start a Chromium; absent: nothing is measured in a browser. */
  browser?: BrowserProgram;
  /** Says what is being done, for whoever waits. */
  say(line: string): void;
}

/** One subject of measurement; what it compares, it measures in the same run. */
export interface Benchmark {
  name: string;
  about: string;
  /** It builds the app and opens it in a browser. */
  needsBrowser?: boolean;
  /** However small the scale: only when it is asked for by name, or all is measured in full. */
  takesMinutes?: boolean;
  run(context: BenchmarkContext): Promise<Figure[]>;
}
