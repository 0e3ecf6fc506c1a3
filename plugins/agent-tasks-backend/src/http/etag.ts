import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** The ETag of a task is its revision. */
export function etagOf({ revision }: { revision: number }): string {
  return `"${revision}"`;
}

/** A proxy may have made it weak; it names the same revision. */
const ETAG = /^(?:W\/)?"(\d{1,15})"$/;

/** The revision that a reader already has; undefined: none that we gave out. */
export function knownRevision(header: string | undefined): number | undefined {
  const match = ETAG.exec(header?.trim() ?? '');
  return match ? Number(match[1]) : undefined;
}

/**
 * The revision that a change was made over; null for any.
 *
 * @throws AgentTasksError without one: a change over what nobody has read would undo another's.
 */
export function expectedRevision(header: string | undefined): number | null {
  if (header?.trim() === '*') return null;
  const revision = knownRevision(header);
  if (revision !== undefined) return revision;
  throw new AgentTasksError(
    'INVALID_REQUEST',
    {},
    {
      violations: [
        {
          field: 'If-Match',
          rule: header === undefined ? 'required' : 'pattern',
          hint: 'the ETag of the task as it was read',
        },
      ],
    },
  );
}
