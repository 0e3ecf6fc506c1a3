import { AttentionReason } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { timeLimitOf } from '../schedule/timeLimits';
import { Task } from '../task/task';
import { AttentionNeed } from './attention';

/**
 * Who has to look, as entity references, sorted. Never empty while somebody is configured: what
 * would reach nobody goes to the fallback.
 */
export function routesOf(task: Task, need: AttentionNeed): string[] {
  const reached = withEscalation(task, routedTo(task, need));
  const routes = reached.length > 0 ? reached : task.people.fallback;
  return [...new Set(routes)].sort();
}

function routedTo(task: Task, { attention, reason }: AttentionNeed): string[] {
  const { people, assignee } = task;
  switch (attention) {
    case 'question':
      return assignee ? [assignee] : people.owners;
    case 'approval':
      return people.approvers;
    case 'review':
      return reviewers(task);
    case 'failure':
      return [...requester(task), ...people.owners];
    case 'blocked':
      return blockedRoutes(task, reason);
    case 'unconfirmed':
      return people.operators;
    default:
      return attention satisfies never;
  }
}

/** Never the requester alone: nobody reviews what was made in their own name. */
function reviewers(task: Task): string[] {
  const { people, assignee } = task;
  const wanted = people.reviewers.length > 0 ? people.reviewers : people.owners;
  const chosen = assignee ? [assignee] : wanted;
  const isAlone = (refs: string[]) =>
    refs.every(ref => ref === task.requester.ref);
  if (!isAlone(chosen)) return chosen;
  const more = [...chosen, ...wanted, ...people.owners];
  return isAlone(more) ? [...more, ...people.fallback] : more;
}

/** First who can mend it by a click; once that has not helped, who owns what is missing. */
function blockedRoutes(task: Task, reason: AttentionReason): string[] {
  const { people } = task;
  const owners =
    reason === 'budget' ? people.budgetOwners : people.identityOwners;
  const first = requester(task);
  return task.escalatedAt !== null || first.length === 0
    ? [...first, ...(owners.length > 0 ? owners : people.owners)]
    : first;
}

/** A service has no inbox. */
function requester(task: Task): string[] {
  return task.requester.type === 'user' ? [task.requester.ref] : [];
}

function withEscalation(task: Task, routes: string[]): string[] {
  const { escalateTo } = task.terms.routing;
  return task.escalatedAt !== null && escalateTo
    ? [...routes, escalateTo]
    : routes;
}

/** When people are told again, when it moves on, and what the inbox counts down to. */
export interface AttentionTimes {
  remindAt: number;
  escalateAt: number;
  dueAt: number;
}

/**
 * A question and an approval have a limit of their own: they escalate at half of it at the latest,
 * and the inbox counts down to the limit. Everything else counts down to the escalation.
 */
export function attentionTimes(task: Task, since: number): AttentionTimes {
  const { remindAfter, escalateAfter } = task.terms.routing;
  const limit = timeLimitOf(task);
  const escalation = since + escalateAfter;
  if (!limit || task.phase === 'queued') {
    return {
      remindAt: since + remindAfter,
      escalateAt: escalation,
      dueAt: escalation,
    };
  }
  const half = since + Math.max(0, limit.at - since) / 2;
  return {
    remindAt: since + remindAfter,
    escalateAt: Math.floor(Math.min(escalation, half)),
    dueAt: limit.at,
  };
}
