import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AgentProvider,
  ProviderCredential,
  TaskHint,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { isSameMarker, markersIn } from '../../domain/prompt/marker';
import { EngineParts } from '../EngineParts';
import { LookBack } from './LookBack';

/** A task at the provider that this installation started, and the database does not know of. */
export interface ForgottenStart {
  taskId: string;
  providerTask: ProviderTask;
}

/** A new task may show no prompt for so long; after that it never had one of ours. */
const PROMPT_LATEST_MS = 600_000;

/**
 * Reads what a listing shows and the database does not know, each once, and keeps what carries a
 * marker that only this installation can have made. undefined: something could not be read, so that
 * nobody can say.
 */
export async function forgottenAmong(
  { markers, store }: Pick<EngineParts, 'markers' | 'store'>,
  lookBack: LookBack,
  provider: AgentProvider,
  credential: ProviderCredential,
  unknown: readonly TaskHint[],
): Promise<ForgottenStart[] | undefined> {
  const forgotten: ForgottenStart[] = [];
  let isUnclear = false;
  for (const { taskId: id } of unknown) {
    if (!lookBack.isUnread(id)) continue;
    const answer = await provider.read(id, credential);
    if (!answer.ok) {
      const isGone = answer.failure.failureClass === 'repository_not_found';
      isUnclear = isUnclear || !isGone;
      continue;
    }
    const task = answer.value;
    const prompt = task.sessions?.[0]?.prompt;
    if (prompt === undefined) {
      const age = (await store.now()) - task.createdAt;
      isUnclear = isUnclear || age < PROMPT_LATEST_MS;
      continue;
    }
    const taskId = await ourTaskIn(markers, prompt, task.repositoryId);
    if (taskId === undefined) lookBack.markRead(id);
    else forgotten.push({ taskId, providerTask: task });
  }
  return isUnclear ? undefined : forgotten;
}

/** The task whose marker is the last of a prompt; a marker that somebody made up names none. */
async function ourTaskIn(
  markers: EngineParts['markers'],
  prompt: string,
  repositoryId: string | undefined,
): Promise<string | undefined> {
  const last = markersIn(prompt).at(-1);
  if (!last || repositoryId === undefined) return undefined;
  const made = await markers.marker(last.taskId, repositoryId);
  return isSameMarker(last.marker, made) ? last.taskId : undefined;
}
