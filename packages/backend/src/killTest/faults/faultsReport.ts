import { FaultRun, FaultsRun } from './runFaults';

const COLUMNS: [string, (fault: FaultRun) => string][] = [
  ['fault', ({ name }) => name],
  ['asked', ({ asked }) => String(asked)],
  ['recovered', ({ recovered }) => String(recovered)],
  ['rate', fault => `${(100 * rateOf([fault])).toFixed(1)} %`],
  ['start requests', ({ requests }) => String(requests)],
  ['created', ({ created }) => String(created)],
  ['asks repeated', ({ repeatedAsks }) => String(repeatedAsks)],
  ['done', ({ done }) => done],
];

/** Of all tasks that were asked for, those that came to their start by themselves. */
export function rateOf(faults: readonly FaultRun[]): number {
  const sum = (count: (fault: FaultRun) => number) =>
    faults.reduce((total, fault) => total + count(fault), 0);
  return sum(({ recovered }) => recovered) / sum(({ asked }) => asked);
}

/** What the faults showed, for people: a line each. */
export function faultsReport(run: FaultsRun): string {
  const { faults, judgement, turnedAway, ended } = run;
  const rows = [
    COLUMNS.map(([title]) => title),
    ...faults.map(fault => COLUMNS.map(([, tell]) => tell(fault))),
  ];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const broken = Object.values(judgement).flat();
  return [
    ...rows.map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    ),
    `recovered by themselves: ${(100 * rateOf(faults)).toFixed(1)} %; ${
      broken.length
    } broken promises; ${turnedAway} start requests turned away; ${ended} processes ended`,
    ...broken.map(sentence => `  ${sentence}`),
    '',
  ].join('\n');
}
