import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchmarkScale, BrowserProgram } from './Benchmark';
import { benchmarks } from './benches/benchmarks';
import { Databases } from './database/Databases';
import { Figure } from './figures/Figure';
import { describeMachine, Machine } from './figures/machine';

export interface BenchmarkOptions {
  /** Names; none: all. */
  names: string[];
  scale: BenchmarkScale;
  /** Of a PostgreSQL on which databases may be made; absent: SQLite alone. */
  postgresUrl?: string;
  /** How to start a Chromium; absent: what needs one is left out. */
  browser?: BrowserProgram;
  /** Told what is being done, and each benchmark's figures as they come. */
  say(line: string): void;
  report(name: string, figures: Figure[]): void;
}

export interface BenchmarkReport {
  machine: Machine;
  /** ISO 8601. */
  measuredAt: string;
  scale: BenchmarkScale;
  figures: Record<string, Figure[]>;
}

/** Measures what was asked for, one after the other, on databases that are gone afterwards. */
export async function runBenchmarks(
  options: BenchmarkOptions,
): Promise<BenchmarkReport> {
  const { names, scale, postgresUrl, browser, say, report } = options;
  const unknown = names.filter(
    name => !benchmarks.some(benchmark => benchmark.name === name),
  );
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name }) => name).join(', ');
    throw new Error(`There is no ${unknown.join(', ')}; there are ${known}.`);
  }
  const directory = await mkdtemp(join(tmpdir(), 'agent-tasks-bench-'));
  try {
    const databases = new Databases(directory, postgresUrl);
    const machine = describeMachine(await databases.versions());
    const figures: Record<string, Figure[]> = {};
    for (const benchmark of benchmarks) {
      const isNamed = names.includes(benchmark.name);
      if (names.length > 0 && !isNamed) continue;
      if (benchmark.takesMinutes && scale.isQuick && !isNamed) continue;
      if (benchmark.needsBrowser && !browser) continue;
      figures[benchmark.name] = await benchmark.run({
        databases,
        directory,
        browser,
        scale,
        say,
      });
      report(benchmark.name, figures[benchmark.name]);
    }
    return { machine, measuredAt: new Date().toISOString(), scale, figures };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
