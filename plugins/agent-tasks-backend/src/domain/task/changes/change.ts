import { TaskFlag } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task';
import { TaskEventOf, TaskEventType } from '../taskEvent';

/** What an event changes in the record, apart from the phase. */
export type Change<T extends TaskEventType> = (
  task: Task,
  event: TaskEventOf<T>,
  now: number,
) => Partial<Task>;

export type Changes<T extends TaskEventType> = { [K in T]: Change<K> };

/** Flags are a sorted set, so that the same facts make the same record. */
export function withFlags(
  flags: readonly TaskFlag[],
  ...more: TaskFlag[]
): TaskFlag[] {
  return [...new Set([...flags, ...more])].sort();
}
