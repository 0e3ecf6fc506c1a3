import { Task } from '../task/task';
import { bareBranches, hasEnded, openPullRequest } from '../task/taskProgress';

export type PartialAdvice =
  | 'inspect_branch'
  | 'open_pull_request'
  | 'finish_or_close_pull_request';

/** Half a success, told as data: what stands, what is missing, what to do with it. */
export interface PartialState {
  exists: ('branch' | 'pull_request')[];
  missing: ('pull_request' | 'result')[];
  advice: PartialAdvice;
}

/** What an ended task left behind without having come to its end; null when nothing stands. */
export function partialStateOf(task: Task): PartialState | null {
  if (task.phase !== 'tracking' || !hasEnded(task)) return null;
  const branches = bareBranches(task);
  const open = openPullRequest(task);
  const isBroken = task.providerState !== 'completed';
  if (open) {
    if (!isBroken || task.outcome === 'succeeded') return null;
    return {
      exists: ['branch', 'pull_request'],
      missing: ['result'],
      advice: 'finish_or_close_pull_request',
    };
  }
  if (branches.length === 0 || task.pullRequests.length > 0) return null;
  if (!isBroken && !task.createPullRequest) return null;
  return {
    exists: ['branch'],
    missing: task.createPullRequest ? ['pull_request'] : ['result'],
    advice: isBroken ? 'inspect_branch' : 'open_pull_request',
  };
}

/** Marks a task with half a success, and takes the mark away once it is whole. */
export function withPartialFlag(task: Task): Task {
  const isPartial = partialStateOf(task) !== null;
  if (isPartial === task.flags.includes('partial_state')) return task;
  const others = task.flags.filter(flag => flag !== 'partial_state');
  const flags = isPartial ? [...others, 'partial_state' as const] : others;
  return { ...task, flags: flags.sort() };
}
