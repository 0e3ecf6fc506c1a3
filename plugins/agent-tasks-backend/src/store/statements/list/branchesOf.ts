import { TaskFilter, VisibleTasks } from '../../TaskQueries';

/** One way to come to a task: by this owner, or by any. What is left is a condition on the task. */
export interface Branch {
  ownerRef: string | null;
  filter: TaskFilter;
  visible: VisibleTasks;
}

/** With more, planning them costs more than they save. */
const MOST = 20;

/**
 * Divides what a list may show into ways of which each has an index that gives its tasks in order.
 * Together they show the same. Joined by `or` instead, they hide from the database how few rows
 * there are, and it looks through the whole table for a page that somebody with five tasks never
 * fills. [] shows nothing.
 */
export function branchesOf(
  filter: TaskFilter,
  visible: VisibleTasks,
): Branch[] {
  const { ownerRef: owners, ...rest } = filter;
  const branches = owners
    ? [...new Set(owners)].map(ownerRef => ({
        ownerRef,
        filter: rest,
        visible,
      }))
    : alternativesOf(visible).flatMap(one => branchesOfOne(filter, one));
  return branches.length <= MOST
    ? branches
    : [{ ownerRef: null, filter, visible }];
}

function alternativesOf(visible: VisibleTasks): VisibleTasks[] {
  return 'anyOf' in visible ? visible.anyOf.flatMap(alternativesOf) : [visible];
}

function branchesOfOne(filter: TaskFilter, visible: VisibleTasks): Branch[] {
  if (!('owners' in visible)) return [{ ownerRef: null, filter, visible }];
  return visible.owners.map(ownerRef => ({
    ownerRef,
    filter,
    visible: { all: true },
  }));
}
