import { TaskFilter, VisibleTasks } from '../../TaskQueries';

/** One way to come to a task. What is left is a condition on the task. */
export interface Branch {
  /** By this owner, and one status of theirs or any; null: by any owner. */
  owner: { ref: string; status: string | null } | null;
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
  const byOwner = owners
    ? branchesOfOwners(owners, rest, visible)
    : alternativesOf(visible).flatMap(one => branchesOfOne(filter, one));
  const byStatus = byOwner.flatMap(branchesOfStatuses);
  if (byStatus.length <= MOST) return byStatus;
  if (byOwner.length <= MOST) return byOwner;
  return [{ owner: null, filter, visible }];
}

function alternativesOf(visible: VisibleTasks): VisibleTasks[] {
  return 'anyOf' in visible ? visible.anyOf.flatMap(alternativesOf) : [visible];
}

function branchesOfOne(filter: TaskFilter, visible: VisibleTasks): Branch[] {
  return 'owners' in visible
    ? branchesOfOwners(visible.owners, filter, { all: true })
    : [{ owner: null, filter, visible }];
}

function branchesOfOwners(
  owners: readonly string[],
  filter: TaskFilter,
  visible: VisibleTasks,
): Branch[] {
  return [...new Set(owners)].map(ref => ({
    owner: { ref, status: null },
    filter,
    visible,
  }));
}

function branchesOfStatuses(branch: Branch): Branch[] {
  const { owner, visible } = branch;
  const { status: statuses, ...filter } = branch.filter;
  if (!owner || !statuses) return [branch];
  return [...new Set(statuses)].map(status => ({
    owner: { ...owner, status },
    filter,
    visible,
  }));
}
