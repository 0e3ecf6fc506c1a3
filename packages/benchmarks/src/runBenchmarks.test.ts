import { Figure } from './figures/Figure';
import { tableOf } from './figures/table';
import { benchmarks } from './benches/benchmarks';
import { runBenchmarks } from './runBenchmarks';
import { QUICK } from './scales';

const postgresUrl =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

// It measures on purpose: that takes longer than a test should.
jest.setTimeout(180_000);

describe('yarn bench --quick', () => {
  it('has figures of every benchmark that needs neither browser nor patience, and says of which machine', async () => {
    const reported: Record<string, Figure[]> = {};
    const report = await runBenchmarks({
      names: [],
      scale: QUICK,
      postgresUrl,
      say: () => {},
      report: (name, figures) => {
        reported[name] = figures;
      },
    });

    expect(Object.keys(report.figures)).toEqual(
      benchmarks
        .filter(bench => !bench.needsBrowser && !bench.takesMinutes)
        .map(({ name }) => name),
    );
    expect(reported).toEqual(report.figures);
    for (const figures of Object.values(report.figures)) {
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) {
        expect(figure.value).toBeGreaterThan(0);
        expect(Number.isFinite(figure.value)).toBe(true);
        expect(tableOf([figure])).toContain(figure.what);
      }
    }
    expect(report.machine.cores).toBeGreaterThan(0);
    expect(report.machine.databases.SQLite).toMatch(/^3[.]/);
  });

  it('does not know a name that nobody gave it', async () => {
    const run = runBenchmarks({
      names: ['misspelt'],
      scale: QUICK,
      say: () => {},
      report: () => {},
    });
    await expect(run).rejects.toThrow('There is no misspelt');
  });
});
