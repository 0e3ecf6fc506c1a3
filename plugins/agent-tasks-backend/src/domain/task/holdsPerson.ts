import { namesLogin, reviewersOf } from '../record/withoutLogins';
import { Erasure, namesPerson } from '../record/withoutPerson';
import { isTrimmable } from './isTrimmable';
import { Task } from './task';

/** In what a person is still needed by a task that is not over. */
export type PersonRole =
  | 'requester'
  | 'assignee'
  | 'routed'
  | 'prompt'
  | 'reviewer';

/**
 * Why a person cannot be taken out of a task yet; [] when nothing of it needs them any more. A task
 * that is not over still asks whether its requester may, tells people about itself, and knows its
 * start again by the words that were sent; and its next read would tell who approved once more.
 */
export function holdsPerson(
  task: Task,
  prompt: string | null,
  { personRef, logins }: Omit<Erasure, 'pseudonym'>,
): PersonRole[] {
  if (isTrimmable(task)) return [];
  const { requester, fairKey, assignee, routedTo, people, terms } = task;
  const named: Record<Exclude<PersonRole, 'reviewer'>, unknown> = {
    requester: [requester, fairKey],
    assignee,
    routed: [routedTo, people, terms.routing],
    prompt,
  };
  const roles = (Object.keys(named) as (keyof typeof named)[]).filter(role =>
    namesPerson(named[role], personRef),
  );
  return namesLogin(reviewersOf(task.pullRequests), { logins })
    ? [...roles, 'reviewer']
    : roles;
}
