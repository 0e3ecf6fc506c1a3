import { Benchmark } from '../Benchmark';
import { engineBench } from './engineBench';
import { claimBench } from './claimBench';
import { frontendBench } from './frontendBench';
import { httpBench } from './httpBench';
import { startBench } from './startBench';
import { memoryBench } from './memoryBench';
import { recoveryBench } from './recoveryBench';
import { storeBench } from './storeBench';

/** All that can be measured, in the order in which it is. */
export const benchmarks: readonly Benchmark[] = [
  storeBench,
  claimBench,
  startBench,
  engineBench,
  httpBench,
  recoveryBench,
  memoryBench,
  frontendBench,
];
