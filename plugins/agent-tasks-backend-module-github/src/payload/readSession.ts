import { ProviderSession } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { cleanText } from './cleanText';
import { fieldsOf, idOf, known, textOf, timeOf, urlOf } from './lenient';
import { readUsage } from './readUsage';

const ERROR_LIMIT = 2_000;

/** The name of the model behind the provider's routing prefix. */
function modelOf(value: unknown): string | undefined {
  return textOf(value)?.replace(/^sweagent-capi:/, '');
}

/** Documented as `{message}`, seen as text and as null. */
function errorOf(value: unknown): string | undefined {
  const text = textOf(value) ?? textOf(fieldsOf(value)?.message);
  return text && cleanText(text, ERROR_LIMIT);
}

/** Reads one session; undefined without an id, by which sessions are merged. */
export function readSession(
  value: unknown,
  fallbackTime: number,
): ProviderSession | undefined {
  const session = fieldsOf(value);
  const id = idOf(session?.id);
  if (!session || !id) return undefined;
  return known({
    id,
    state: textOf(session.state) ?? 'unknown',
    createdAt: timeOf(session.created_at) ?? fallbackTime,
    updatedAt: timeOf(session.updated_at),
    completedAt: timeOf(session.completed_at),
    prompt: textOf(session.prompt),
    headRef: textOf(session.head_ref),
    baseRef: textOf(session.base_ref),
    model: modelOf(session.model),
    usage: readUsage(session.usage),
    untrustedError: errorOf(session.error),
    url: urlOf(session.html_url),
  });
}
