import { NotificationTopic } from '../../domain/task/taskEffect';

/** What people read, by why they are told. Fixed words: nothing of prompts or of the provider. */
const SENTENCES: Record<NotificationTopic, string> = {
  question: 'The agent waits for an answer',
  approval: 'A task waits for approval',
  review: "An agent's work is ready for review",
  failure: 'A task did not work',
  blocked: 'A task cannot start',
  unconfirmed: 'We do not know whether a task started',
  finished: 'A task is done',
};

/** Where a reason changes what there is to do. */
const REASONS: Readonly<Record<string, string>> = {
  'question:quiet': 'The agent has gone quiet',
  'approval:void': 'A task changed after it was approved and waits again',
  'review:run_checks': 'The checks of an agent wait to be run',
  'review:conflict': "An agent's pull request has conflicts",
  'review:merge': "An agent's pull request is ready to be merged",
  'review:inspect_branch': 'A branch of an agent is ready to be inspected',
  'review:accept': 'The result of a task waits to be judged',
  'review:stale': "An agent's pull request has been waiting for long",
  'blocked:sign_in': 'A task needs somebody to sign in',
  'blocked:budget': 'A task waits for budget',
  'finished:partial_state': 'A task ended and left unfinished work behind',
  'unconfirmed:access_lost': 'We lost sight of a task at the provider',
};

export function sentenceOf(topic: NotificationTopic, reason: string): string {
  return REASONS[`${topic}:${reason}`] ?? SENTENCES[topic];
}

const MOST_TITLE = 60;

/** Somebody else's text in our sentence: one line of visible characters, and no address in it. */
export function cleanTitle(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[a-z][a-z0-9+.-]*:\/\/\S*|[<>[\]()`*_#|]/gi, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, MOST_TITLE);
}
