import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  TextViolation,
  textViolations,
} from '../../domain/prompt/textViolations';

const HINTS: Partial<Record<TextViolation, string>> = {
  control_characters: 'without control characters',
  bidi_characters: 'without characters that change the direction of text',
  invisible_characters: 'without characters that nobody sees',
  marker_word: 'without the words reserved for tracking',
};

/** Throws for a text that may not reach an agent. Says which rule it breaks, never what it says. */
export function refuseUnsafeText(field: string, text: string): void {
  const found = textViolations(text);
  if (found.includes('secret')) {
    throw new AgentTasksError(
      'PROMPT_CONTAINS_SECRET',
      {},
      { violations: [{ field, rule: 'secret', hint: 'without secrets' }] },
    );
  }
  const violations = found.flatMap(rule => {
    const hint = HINTS[rule];
    return hint ? [{ field, rule, hint }] : [];
  });
  if (violations.length > 0) {
    throw new AgentTasksError(
      'PROMPT_CONTAINS_HIDDEN_TEXT',
      {},
      { violations },
    );
  }
}
