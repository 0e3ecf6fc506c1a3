import { Judgement } from './Judgement';
import { KillPlan } from './KillPlan';
import { KillTestRun } from './runKillTest';
import { Scene } from './Scene';
import { StartFate } from './StartFate';

/** What one run showed, for people. */
export function report(
  { database, replicas }: Scene,
  { tasks, seed }: KillPlan,
  run: KillTestRun,
  judgement: Judgement,
): string {
  const { created, starts, tasks: kept, answers } = run.truth;
  const spoilt = run.faults
    .filter(({ hit }) => hit > 0)
    .map(({ kind }) => kind);
  const phases = kept.map(({ phase }) => phase);
  const lines = [
    `Kill test on ${database.name}, seed ${seed}: ${tasks} tasks, ${count(
      replicas.count,
      'replica',
    )}, ${run.kills} times SIGKILL, ${
      run.killsWhileAsked
    } of them while tasks were asked for`,
    `  asked   ${answers.size} keys; ${run.repeatedAsks} requests without an answer were repeated, ${run.replays} of them had made the task`,
    `  GitHub  ${starts.length} start requests, ${
      spoilt.length
    } answers spoilt (${countsOf(spoilt)}), ${
      run.orphanedStarts
    } outlived by nobody; ${created.length} tasks created`,
    `  portal  ${kept.length} tasks: ${countsOf(phases)}`,
    `  unclear ${run.unclear.length} starts for a while, ${percent(
      run.unclear.length,
      starts.length,
    )}`,
    ...fates(run.unclear).map(fate => `          ${fate}`),
    `  broken  ${Object.entries(judgement)
      .map(([promise, sentences]) => `${sentences.length} ${promise}`)
      .join(', ')}`,
    ...Object.values(judgement)
      .flat()
      .map(sentence => `          ${sentence}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** How many came to which end, and why they were unclear. */
function fates(unclear: StartFate[]): string[] {
  const ends = [...new Set(unclear.map(({ became }) => became))].sort();
  return ends.map(end => {
    const those = unclear.filter(({ became }) => became === end);
    return `${those.length} ${end} (${countsOf(those.map(({ why }) => why))})`;
  });
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function countsOf(words: string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([word, times]) => `${times} ${word}`)
    .join(', ');
}
