import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { headlineOf } from './headline';
import { primaryOf } from './primaryAction';
import { safeUrl, SafeUrl } from './safeUrl';

/** What can be done to a waiting task from where it is listed. */
export type Verb =
  | 'approve'
  | 'reject'
  | 'review'
  | 'resolve'
  | 'retry'
  | 'acknowledge'
  | 'accept'
  | 'assign'
  | 'release'
  | 'snooze'
  | 'wake'
  | 'open'
  | 'cancel';

/** The key of each verb, where it has one. */
export const VERB_KEYS: Partial<Record<Verb, string>> = {
  approve: 'y',
  reject: 'n',
  review: 'o',
  retry: 'r',
  acknowledge: 'e',
  assign: 'a',
  snooze: 'h',
  open: 'o',
  cancel: 'c',
};

/**
 * What the person may do now, what is most likely first. Who may is the backend's word, in
 * `allowedActions`.
 */
export function verbsOf(task: TaskListItem, me: string | undefined): Verb[] {
  const may = new Set(task.allowedActions);
  const link = providerPage(task);
  const isReview = task.attention === 'review';
  const verbs: [Verb, boolean][] = [
    ['approve', may.has('approve')],
    ['reject', may.has('reject')],
    ['review', isReview && link !== undefined],
    ['resolve', may.has('resolve')],
    ['retry', may.has('retry') && !isReview],
    ['acknowledge', may.has('update') && task.attention === 'failure'],
    ['accept', may.has('accept')],
    ['assign', may.has('update') && me !== undefined && task.assignee !== me],
    ['release', may.has('update') && me !== undefined && task.assignee === me],
    ['snooze', may.has('update') && task.snoozedUntil === null],
    ['wake', may.has('update') && task.snoozedUntil !== null],
    ['retry', may.has('retry') && isReview],
    ['open', !isReview && link !== undefined],
    ['cancel', may.has('cancel')],
  ];
  return verbs.flatMap(([verb, isThere]) => (isThere ? [verb] : []));
}

/** What is done at the provider, by the same word as on the page of the task. */
export function providerWord(task: TaskListItem) {
  const primary = primaryOf(task, headlineOf(task).action);
  return primary?.kind === 'link' ? primary.word : 'look';
}

/** Its pull request, else its page at the provider, if that may be a link. */
export function providerPage(task: TaskListItem): SafeUrl | undefined {
  const pulls = task.artifacts.flatMap(artifact =>
    artifact.type === 'pull_request' ? [artifact.url] : [],
  );
  const { host } = task.repository;
  const asks = task.attention === 'question' ? [task.answer.url] : [];
  return [...asks, ...pulls, task.provider.url]
    .map(url => safeUrl(url, host))
    .find(url => url !== undefined);
}
