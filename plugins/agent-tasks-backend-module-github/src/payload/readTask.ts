import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { cleanText } from './cleanText';
import {
  fieldsOf,
  idOf,
  known,
  listOf,
  numberOf,
  textOf,
  timeOf,
  urlOf,
} from './lenient';
import { readArtifact } from './readArtifact';
import { readSession } from './readSession';

const NAME_LIMIT = 200;

/**
 * Reads a task as a list, a read by id or a start answers it. Only the id is needed; a word for the
 * state that nobody announced is kept as it is.
 *
 * @param answeredAt - stands in for a missing `created_at`
 * @returns undefined without a readable id
 */
export function readTask(
  value: unknown,
  answeredAt: number,
): ProviderTask | undefined {
  const task = fieldsOf(value);
  const id = idOf(task?.id);
  if (!task || !id) return undefined;
  const updatedAt = timeOf(task.updated_at);
  const createdAt = timeOf(task.created_at) ?? updatedAt ?? answeredAt;
  const name = textOf(task.name);
  return known({
    id,
    state: textOf(task.state) ?? 'unknown',
    createdAt,
    updatedAt,
    archivedAt: timeOf(task.archived_at),
    url: urlOf(task.html_url),
    untrustedName: name && cleanText(name, NAME_LIMIT),
    repositoryId: idOf(fieldsOf(task.repository)?.id),
    creatorId: idOf(fieldsOf(task.creator)?.id),
    sessionCount: numberOf(task.session_count),
    sessions: Array.isArray(task.sessions)
      ? task.sessions
          .map(session => readSession(session, createdAt))
          .filter(session => session !== undefined)
      : undefined,
    artifacts: listOf(task.artifacts)
      .map(readArtifact)
      .filter(artifact => artifact !== undefined),
    raw: value,
  });
}

/** The rows of a list of tasks; undefined when the answer is no list. */
export function readTaskRows(
  body: unknown,
  answeredAt: number,
): ProviderTask[] | undefined {
  const rows = fieldsOf(body)?.tasks ?? body;
  return Array.isArray(rows)
    ? rows
        .map(row => readTask(row, answeredAt))
        .filter(task => task !== undefined)
    : undefined;
}
