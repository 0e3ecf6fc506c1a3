import {
  AgentTasksResponseError,
  TaskPreview,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Why it cannot run, as the preview or the refused request says. */
export type Problem = Pick<
  TaskPreview['errors'][number],
  'message' | 'violations'
> & { code: string | undefined; remediation: string | undefined };

/** What pressing the button would lead to. */
export type Outlook =
  | { kind: 'working' }
  /** The preview did not come; sending may work nevertheless. */
  | { kind: 'unknown'; error: Error }
  | { kind: 'ready'; preview: TaskPreview }
  | { kind: 'incomplete'; problem: Problem }
  /** `taskId` is the open task that asks for the same. */
  | { kind: 'duplicate'; taskId: string | undefined }
  | { kind: 'refused'; problems: Problem[] };

/** Errors that a change of one setting mends, and which. */
const settingOf: Partial<Record<string, string>> = {
  BASE_REF_NOT_ALLOWED: 'baseRef',
  MODEL_NOT_ALLOWED: 'model',
  PULL_REQUEST_NOT_ALLOWED: 'createPullRequest',
};

/** What the schema itself says about a field is said there already. */
const schemaRules = [
  'required',
  'type',
  'enum',
  'const',
  'oneOf',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'additionalProperties',
];

export function outlookOf(
  preview: TaskPreview | undefined,
  error: Error | null,
): Outlook {
  if (error) {
    return error instanceof AgentTasksResponseError &&
      error.nextAction !== 'wait_and_repeat'
      ? { kind: 'refused', problems: [problemOf(error)] }
      : { kind: 'unknown', error };
  }
  if (!preview) return { kind: 'working' };
  const [first, ...others] = preview.errors;
  if (!first) return { kind: 'ready', preview };
  if (others.length === 0) {
    if (first.code === 'PARAMETERS_INVALID') {
      return { kind: 'incomplete', problem: first };
    }
    if (first.code === 'DUPLICATE_TASK_SUSPECTED') {
      return { kind: 'duplicate', taskId: first.details?.taskId };
    }
  }
  return { kind: 'refused', problems: preview.errors };
}

export function problemOf(error: AgentTasksResponseError): Problem {
  const { code, message, remediation, violations } = error;
  return { code, message, remediation, violations };
}

/** What to say at each field, by its path in the request. */
export function fieldProblems(
  problems: readonly Problem[],
  words: (violation: Problem['violations'][number]) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { code, message, violations } of problems) {
    const setting = code && settingOf[code];
    if (setting) found[setting] = message;
    for (const violation of violations) {
      if (!isSaidByForm(violation)) found[violation.field] = words(violation);
    }
  }
  return found;
}

function isSaidByForm({ field, rule }: Problem['violations'][number]) {
  return field.startsWith('parameters') && schemaRules.includes(rule);
}
