export { runBenchmarks } from './runBenchmarks';
export type { BenchmarkOptions, BenchmarkReport } from './runBenchmarks';
