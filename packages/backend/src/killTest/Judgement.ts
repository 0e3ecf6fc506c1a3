import { Truth } from './Truth';

/** Promises that were broken, a sentence each; all empty when they were kept. */
export interface Judgement {
  /** More than one creation at GitHub for one task. */
  secondStarts: string[];
  /** Created at GitHub, and followed by no task, by the wrong one, or by several. */
  lost: string[];
  /** A start request sent again, whatever came of it. */
  resent: string[];
  /** A key that gave several tasks or none, and tasks that nobody asked for. */
  keys: string[];
  /** Neither followed nor handed to a person. */
  unsettled: string[];
}

const SETTLED = ['tracking', 'quarantined'];

/** Holds the portal's tasks against what GitHub knows. */
export function judge({ created, starts, tasks, answers }: Truth): Judgement {
  const taskOf = (marker: string | null) =>
    tasks.find(({ id }) => marker?.startsWith(`at1_${id}_`));
  const asked = [...answers.values()].flatMap(ids => [...ids]);
  return {
    secondStarts: repeated(created.map(({ marker }) => marker ?? 'no')).map(
      ([marker, times]) => `${times} creations carry ${marker} marker`,
    ),
    lost: [
      ...created.flatMap(({ id, marker }) => {
        const followers = tasks.filter(
          ({ provider }) => provider.taskId === id,
        );
        return followers.length === 1 && followers[0] === taskOf(marker)
          ? []
          : [`${id} is followed by ${followers.length} tasks`];
      }),
      ...tasks.flatMap(({ id, provider }) =>
        provider.taskId && !created.some(one => one.id === provider.taskId)
          ? [`${id} follows ${provider.taskId}, which was never created`]
          : [],
      ),
    ],
    // Every task has a repository of its own, which the request names.
    resent: repeated(starts.map(({ path }) => path)).map(
      ([path, times]) => `${times} times POST ${path}`,
    ),
    keys: [
      ...[...answers].flatMap(([key, ids]) =>
        ids.size === 1 ? [] : [`${key} gave ${ids.size} tasks`],
      ),
      ...repeated(asked).map(([id, times]) => `${times} keys gave ${id}`),
      ...asked.flatMap(id =>
        tasks.some(task => task.id === id) ? [] : [`${id} is not there`],
      ),
      ...tasks.flatMap(({ id }) =>
        asked.includes(id) ? [] : [`nobody asked for ${id}`],
      ),
    ],
    unsettled: tasks.flatMap(({ id, phase }) =>
      SETTLED.includes(phase) ? [] : [`${id} is ${phase}`],
    ),
  };
}

export const NOTHING_BROKEN: Judgement = {
  secondStarts: [],
  lost: [],
  resent: [],
  keys: [],
  unsettled: [],
};

function repeated(words: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([, times]) => times > 1);
}
