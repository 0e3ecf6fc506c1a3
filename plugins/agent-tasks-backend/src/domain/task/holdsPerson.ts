import { namesPerson } from '../record/withoutPerson';
import { isTrimmable } from './isTrimmable';
import { Task } from './task';

/** In what a person is still needed by a task that is not over. */
export type PersonRole = 'requester' | 'assignee' | 'routed' | 'prompt';

/**
 * Why a person cannot be taken out of a task yet; [] when nothing of it needs them any more. A task
 * that is not over still asks whether its requester may, tells people about itself, and knows its
 * start again by the words that were sent.
 */
export function holdsPerson(
  task: Task,
  prompt: string | null,
  personRef: string,
): PersonRole[] {
  if (isTrimmable(task)) return [];
  const { requester, fairKey, assignee, routedTo, people, terms } = task;
  const named: Record<PersonRole, unknown> = {
    requester: [requester, fairKey],
    assignee,
    routed: [routedTo, people, terms.routing],
    prompt,
  };
  return (Object.keys(named) as PersonRole[]).filter(role =>
    namesPerson(named[role], personRef),
  );
}
