import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  attentionReasonMessages,
  failureMessages,
} from '../../translations/status';

/** Key of the sentence that says why a task waits, as exactly as it is known. */
export function reasonKey({ attention, attentionReason }: TaskListItem) {
  if (attention === 'failure' && isIn(failureMessages, attentionReason)) {
    return `failure.${attentionReason}` as const;
  }
  if (isIn(attentionReasonMessages, attentionReason)) {
    return `attentionReason.${attentionReason}` as const;
  }
  return attention ? (`attention.${attention}` as const) : 'inbox.left';
}

/** Whether a word from outside is one that we have a sentence for. */
export function isIn<Words extends object>(
  words: Words,
  word: string | null | undefined,
): word is Extract<keyof Words, string> {
  return word !== null && word !== undefined && Object.hasOwn(words, word);
}
