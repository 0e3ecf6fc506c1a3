import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { isSameMarker, markersIn } from '../../domain/prompt/marker';
import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';
import { credentialOf } from '../loops/credentialOf';
import { providerOf } from '../loops/providerOf';
import { isOurPrompt } from './isOurPrompt';

/** Tasks are looked for from a little before the intent: the two clocks need not agree. */
const CLOCK_SLACK_MS = 5 * 60_000;

/**
 * What a look at the provider says of an unclear start. `undecided`: something that may be ours
 * does not show its prompt yet. `unknown`: the provider could not be asked.
 */
export type StartFindings =
  | { kind: 'found'; tasks: ProviderTask[] }
  | { kind: 'undecided' | 'absent' | 'unknown' };

/**
 * Looks for the task that a start may have created: own account, same repository, the marker as
 * the last one of the first prompt, and our words before it. A marker that somebody copied stands
 * in another repository, under another account or behind other words.
 */
export async function findStarted(
  parts: EngineParts,
  task: Task,
): Promise<StartFindings> {
  const held = await credentialOf(parts, task);
  const { repository, providerCreatorId, marker } = task;
  if (
    held.kind !== 'ready' ||
    repository.id === null ||
    providerCreatorId === null ||
    marker === null
  ) {
    return { kind: 'unknown' };
  }
  const listed = await providerOf(parts, task.providerId).candidates(
    {
      repositoryId: repository.id,
      creatorId: providerCreatorId,
      since: (task.intentAt ?? task.phaseSince) - CLOCK_SLACK_MS,
    },
    held.credential,
  );
  if (!listed.ok) return { kind: 'unknown' };
  const candidates = listed.value.filter(
    candidate =>
      isOrUnsaid(candidate.repositoryId, repository.id) &&
      isOrUnsaid(candidate.creatorId, providerCreatorId),
  );
  const texts = await parts.store.texts(task.id);
  const hits = candidates.filter(candidate =>
    isOurs(candidate.sessions?.[0]?.prompt, marker, texts?.prompt ?? null),
  );
  if (hits.length > 0) {
    const tasks = hits.sort((a, b) => a.createdAt - b.createdAt);
    return { kind: 'found', tasks };
  }
  const isUndecided = candidates.some(
    ({ sessions }) => !sessions?.some(({ prompt }) => prompt !== undefined),
  );
  return { kind: isUndecided ? 'undecided' : 'absent' };
}

function isOurs(
  told: string | undefined,
  marker: string,
  prompt: string | null,
): boolean {
  if (told === undefined) return false;
  const last = markersIn(told).at(-1);
  if (!last || !isSameMarker(last.marker, marker)) return false;
  return isOurPrompt(told, prompt);
}

function isOrUnsaid(told: string | undefined, known: string | null): boolean {
  return told === undefined || told === known;
}
