import { TaskAction } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../../domain/task/task';
import { Caller, isOneOf } from './Caller';

/** Only a signed-in person may, whatever a program may do in their name. */
const PERSONAL: readonly TaskAction[] = [
  'approve',
  'reject',
  'accept',
  'resolve',
  'answer',
  'rollback',
  'open_pull_request',
];

export function needsPerson(action: TaskAction): boolean {
  return PERSONAL.includes(action);
}

/**
 * The least that must hold whatever the permission framework says: portals run with a policy that
 * allows all, and services pass every permission. The framework can only narrow it.
 */
export function floorAllows(
  action: TaskAction,
  caller: Caller,
  task: Task,
  operators: readonly string[],
): boolean {
  switch (action) {
    case 'approve':
    case 'reject':
      return isOneOf(caller, task.people.approvers);
    case 'resolve':
      return isOneOf(caller, operators);
    case 'update':
      // Whoever a task is routed to has to be able to take it, or to put it off.
      return (
        isConcerned(caller, task, operators) || isOneOf(caller, task.routedTo)
      );
    default:
      return isConcerned(caller, task, operators);
  }
}

/** Requester, owner, assignee or operator. */
export function isConcerned(
  caller: Caller,
  task: Task,
  operators: readonly string[],
): boolean {
  return isOneOf(caller, [
    task.requester.ref,
    ...task.people.owners,
    ...(task.assignee === null ? [] : [task.assignee]),
    ...operators,
  ]);
}

/** Nobody says yes to what they asked for themselves, where the policy wants four eyes. */
export function isSelfApproval(
  action: TaskAction,
  caller: Caller,
  task: Task,
): boolean {
  return (
    action === 'approve' &&
    task.policy.fourEyes &&
    task.requester.ref === caller.ref
  );
}
