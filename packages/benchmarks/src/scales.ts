import { BenchmarkScale } from './Benchmark';

/** What the published figures are measured with. */
export const FULL: BenchmarkScale = {
  rows: [1_000, 100_000],
  rounds: 300,
  active: [10, 1_000, 10_000],
  identities: 300,
  minutes: 10,
  tasks: 200,
  waiting: 500,
  isQuick: false,
};

/** Small enough to see within a minute that all of it works; its figures say little. */
export const QUICK: BenchmarkScale = {
  rows: [200],
  rounds: 5,
  active: [3],
  identities: 2,
  minutes: 2,
  tasks: 5,
  waiting: 40,
  isQuick: true,
};
