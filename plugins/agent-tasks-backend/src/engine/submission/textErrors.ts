import {
  AgentTasksError,
  Violation,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { MAX_PROMPT_LENGTH } from '../../domain/prompt/promptContract';
import {
  textViolations,
  TextViolation,
  valueViolations,
} from '../../domain/prompt/textViolations';

const HINTS: Record<Exclude<TextViolation, 'too_long'>, string> = {
  control_characters: 'without control characters',
  bidi_characters: 'without characters that change the direction of text',
  invisible_characters: 'without characters that nobody sees',
  secret: 'without secrets',
  marker_word: 'without the words reserved for tracking',
};

/** What is wrong with texts that people wrote, by field; a refused text is never repeated. */
export function textErrors(
  texts: Readonly<Record<string, unknown>>,
): AgentTasksError[] {
  const found = Object.entries(texts).flatMap(([field, value]) =>
    valueViolations(value, field),
  );
  const violations = (isWanted: (rule: TextViolation) => boolean) =>
    found.flatMap(({ field, violation }): Violation[] =>
      violation === 'too_long' || !isWanted(violation)
        ? []
        : [{ field, rule: violation, hint: HINTS[violation] }],
    );
  const secrets = violations(rule => rule === 'secret');
  const hidden = violations(rule => rule !== 'secret');
  return [
    ...(secrets.length > 0
      ? [
          new AgentTasksError(
            'PROMPT_CONTAINS_SECRET',
            {},
            { violations: secrets },
          ),
        ]
      : []),
    ...(hidden.length > 0
      ? [
          new AgentTasksError(
            'PROMPT_CONTAINS_HIDDEN_TEXT',
            {},
            { violations: hidden },
          ),
        ]
      : []),
  ];
}

/** The same of a finished prompt: what the catalog brought in is looked at as well. */
export function promptErrors(prompt: string): AgentTasksError[] {
  if (prompt.length > MAX_PROMPT_LENGTH) {
    return [
      new AgentTasksError('PROMPT_TOO_LONG', {
        length: prompt.length,
        limit: MAX_PROMPT_LENGTH,
      }),
    ];
  }
  return textViolations(prompt).length > 0 ? textErrors({ prompt }) : [];
}
