import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useQueryClient } from '@tanstack/react-query';
import { providerPage, Verb, verbsOf } from '../../words/verbs';
import { queryKeys } from '../client/queryKeys';
import { useMyRef } from '../commands/useMyRef';
import { InboxRow } from './inboxRows';
import { useTriage } from './useTriage';

/** What a verb asks before it does anything. */
export type Question = 'reject' | 'cancel' | 'retry' | 'accept' | 'resolve';

export interface VerbsOptions {
  row: InboxRow | undefined;
  /** The peek of the row stands open. */
  isPeeked: boolean;
  onQuestion(question: Question): void;
  onSnooze(anchor: HTMLElement | undefined): void;
  /** A yes to something that was never on the screen. */
  onUnseen(): void;
}

/** What can be done to the selected row, and the doing of it. */
export function useVerbs(options: VerbsOptions) {
  const { row, isPeeked } = options;
  const client = useQueryClient();
  const triage = useTriage();
  const me = useMyRef();
  const task = row?.task;
  const verbs = task && !row.hasLeft ? verbsOf(task, me) : [];

  const approve = () => {
    if (!task) return;
    const seen = client.getQueryData<Task>(queryKeys.task.detail(task.id));
    const isSame = seen?.approvalDigest === task.approvalDigest;
    if (isPeeked && seen?.approvalDigest && seen.prompt !== null && isSame) {
      triage.approve(task.id, seen.approvalDigest);
    } else {
      options.onUnseen();
    }
  };
  const open = () => {
    const page = task && providerPage(task);
    if (!page) return;
    window.open(page.href, '_blank', 'noopener,noreferrer');
    // Who opens an answer is on it, so that nobody answers twice.
    const isAnswer = task.allowedActions.includes('answer');
    if (isAnswer && me && task.assignee === null) {
      triage.update(task, { assignee: me });
    }
  };
  const update = (change: Parameters<typeof triage.update>[1]) =>
    task && triage.update(task, change);

  const does: Record<Verb, (anchor?: HTMLElement) => void> = {
    approve,
    review: open,
    open,
    reject: () => options.onQuestion('reject'),
    cancel: () => options.onQuestion('cancel'),
    retry: () => options.onQuestion('retry'),
    accept: () => options.onQuestion('accept'),
    resolve: () => options.onQuestion('resolve'),
    acknowledge: () => update({ acknowledged: true }),
    assign: () => me && update({ assignee: me }),
    release: () => update({ assignee: null }),
    snooze: anchor => options.onSnooze(anchor),
    wake: () => update({ snoozedUntil: null }),
  };
  /** Does nothing where the verb is not offered. */
  const run = (verb: Verb, anchor?: HTMLElement) => {
    if (verbs.includes(verb)) does[verb](anchor);
  };
  return { verbs, run, triage };
}
