import { cellsToReach, EventCell, FAULT_KINDS, FaultKind } from './coverage';
import { History, simulateHistory } from './simulateHistory';

/** What many histories came to. */
export interface Run {
  firstSeed: number;
  histories: number;
  steps: number;
  posts: number;
  /** Histories in which a promise was broken. */
  broken: History[];
  faults: Map<FaultKind, number>;
  cells: Map<EventCell, number>;
}

export interface RunOptions {
  firstSeed: number;
  histories: number;
  /** After so many broken histories the others tell nothing new. */
  enough?: number;
  haunted?: number;
  onHistory?: (run: Run) => void;
}

/** Histories with the seeds from `firstSeed` on. */
export async function simulate({
  firstSeed,
  histories,
  enough = 3,
  haunted,
  onHistory = () => {},
}: RunOptions): Promise<Run> {
  const run: Run = {
    firstSeed,
    histories: 0,
    steps: 0,
    posts: 0,
    broken: [],
    faults: new Map(),
    cells: new Map(),
  };
  while (run.histories < histories && run.broken.length < enough) {
    const history = await simulateHistory(firstSeed + run.histories, {
      haunted,
    });
    run.histories += 1;
    run.steps += history.steps;
    run.posts += history.posts;
    if (history.broken.length > 0) run.broken.push(history);
    addUp(run.faults, history.journal.faults);
    addUp(run.cells, history.journal.cells);
    onHistory(run);
  }
  return run;
}

/** Kinds of faults and cells that no history of the run has met: a blind run proves nothing. */
export function unreachedBy({ faults, cells }: Run): string[] {
  return [
    ...FAULT_KINDS.filter(kind => !faults.has(kind)),
    ...cellsToReach().filter(cell => !cells.has(cell)),
  ];
}

/** The same history again, told step by step. */
export async function tellHistory(seed: number): Promise<string> {
  const { journal, broken } = await simulateHistory(seed, { isTold: true });
  return [
    `History ${seed}`,
    ...journal.lines,
    ...(broken.length > 0
      ? ['', 'Broken promises:', ...broken.map(one => `  ${one}`)]
      : ['', 'All promises were kept.']),
    '',
    `yarn simulate --seed ${seed} tells it again.`,
  ].join('\n');
}

function addUp<K>(sum: Map<K, number>, more: ReadonlyMap<K, number>): void {
  for (const [key, count] of more) sum.set(key, (sum.get(key) ?? 0) + count);
}
