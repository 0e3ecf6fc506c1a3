import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** One event, or a run of them that all say why the task still waits. */
export type StoryPart =
  | { kind: 'event'; event: TaskEvent }
  | { kind: 'waits'; events: TaskEvent[] };

/** Fewer than this are told one by one. */
const FEWEST = 3;

/**
 * A timeline as a story: a task that waits for this, then for that, and for this again has waited.
 * Nothing is left out, the run can be opened.
 */
export function storyOf(events: readonly TaskEvent[]): StoryPart[] {
  const parts: StoryPart[] = [];
  for (let at = 0; at < events.length; ) {
    const rest = events.slice(at);
    const end = rest.findIndex(({ type }) => type !== 'heldChanged');
    const run = rest.slice(0, end === -1 ? rest.length : end);
    if (run.length >= FEWEST) {
      parts.push({ kind: 'waits', events: run });
      at += run.length;
    } else {
      parts.push({ kind: 'event', event: events[at] });
      at += 1;
    }
  }
  return parts;
}
