import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { taskMessages } from '../../../translations/task';
import {
  failureMessages,
  heldMessages,
  outcomeMessages,
} from '../../../translations/status';

export type EventKey = keyof typeof taskMessages.event;
type FailureKey = keyof typeof failureMessages;
type OutcomeKey = keyof typeof outcomeMessages;
type FlagKey = keyof typeof taskMessages.flag;
type HeldKey = keyof typeof heldMessages;

/** One event in the words of the page; what is null was not said. */
export interface TimelineWords {
  /** null: an event that this page does not know; its own word is told. */
  key: EventKey | null;
  step: { from: string | null; to: string } | null;
  /** A person's words, or a code of ours. */
  reason: string | null;
  failure: FailureKey | null;
  held: HeldKey | null;
  outcome: OutcomeKey | null;
  corrects: OutcomeKey | null;
  /** Without the shared account's: every task of such an account begins with it. */
  flags: FlagKey[];
}

/** What to tell of an event, whatever its details hold. */
export function timelineWords(event: TaskEvent): TimelineWords {
  const { details } = event;
  const flags = Array.isArray(details.flags) ? details.flags : [];
  return {
    key: keyOf(event),
    step: event.to ? { from: event.from ?? null, to: event.to } : null,
    reason: event.reason ?? null,
    failure: knownKey(failureMessages, details.failureClass),
    held: knownKey(heldMessages, details.held),
    outcome: knownKey(outcomeMessages, details.outcome),
    corrects: knownKey(outcomeMessages, details.corrects),
    flags: flags
      .filter(flag => flag !== 'shared_identity')
      .flatMap(flag => knownKey(taskMessages.flag, flag) ?? []),
  };
}

function keyOf({ type, details }: TaskEvent): EventKey | null {
  const word = type === 'noted' ? `noted_${details.what}` : type;
  return knownKey(taskMessages.event, word);
}

/** Own keys only: a detail called `constructor` is no word of ours. */
function knownKey<Messages extends object>(
  messages: Messages,
  word: unknown,
): keyof Messages | null {
  return typeof word === 'string' && Object.hasOwn(messages, word)
    ? (word as keyof Messages)
    : null;
}
