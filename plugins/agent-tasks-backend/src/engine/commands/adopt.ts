import {
  AgentTasksError,
  ErrorValuesOf,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { isSameMarker, markersIn } from '../../domain/prompt/marker';
import { Task } from '../../domain/task/task';
import { applyEvent } from '../applyEvent';
import { credentialOf } from '../loops/credentialOf';
import { providerOf } from '../loops/providerOf';
import { isOurPrompt } from '../start/isOurPrompt';
import { takenBy } from '../start/takenBy';
import {
  command,
  CommandBy,
  Commanded,
  CommandParts,
  envelopeOf,
} from './command';
import { failureError } from './failureError';

/** Our clock and the provider's need not agree. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** What every id of a provider that we know looks like; anything else it cannot know. */
const READABLE_ID = /^[!-~]{1,200}$/;

/**
 * Ties a task whose start is unclear to one that a person found at the provider. A person can be
 * wrong or be misled, so it must be in the same repository, of the same account, not older than our
 * intent, and wherever it shows its prompt, carry our marker behind our own words, as the machine asks
 * of what it adopts by itself.
 */
export async function adopt(
  parts: CommandParts,
  taskId: string,
  order: { providerTaskId: string; reason: string },
  by: CommandBy,
): Promise<Commanded> {
  const loaded = await parts.store.load(taskId);
  if (!loaded) throw new AgentTasksError('TASK_NOT_FOUND');
  const { task, now } = loaded;
  if (
    task.phase === 'tracking' &&
    task.providerTaskId === order.providerTaskId
  ) {
    return { kind: 'done', task };
  }
  if (task.phase !== 'quarantined') {
    return { kind: 'refused', reason: 'not_now', task };
  }
  if (!READABLE_ID.test(order.providerTaskId)) throw mismatch('missing');
  await refuseTaken(parts, task, order.providerTaskId);
  const providerTask = await readThere(parts, task, order.providerTaskId, now);
  const texts = await parts.store.texts(taskId);
  refuseOther(task, providerTask, texts?.prompt ?? null);
  const adopted = await tie(parts, task, providerTask, by);
  if (adopted.kind === 'done') {
    await applyEvent(parts, taskId, () => ({
      type: 'noted',
      ...envelopeOf(by),
      what: 'adopted',
      reason: order.reason,
    }));
  }
  return adopted;
}

async function tie(
  parts: CommandParts,
  task: Task,
  providerTask: ProviderTask,
  by: CommandBy,
): Promise<Commanded> {
  try {
    return await command(parts, task.id, 'resolve', by, () => ({
      type: 'found',
      providerTask,
    }));
  } catch (error) {
    // Two tasks that adopt the same one at once: the database lets one of them.
    await refuseTaken(parts, task, providerTask.id);
    throw error;
  }
}

async function refuseTaken(
  parts: CommandParts,
  task: Task,
  providerTaskId: string,
): Promise<void> {
  const other = await takenBy(parts, task, providerTaskId);
  if (other) {
    throw new AgentTasksError(
      'PROVIDER_TASK_IN_USE',
      {},
      { details: { taskId: other.id } },
    );
  }
}

async function readThere(
  parts: CommandParts,
  task: Task,
  providerTaskId: string,
  now: number,
): Promise<ProviderTask> {
  const held = await credentialOf(parts, task);
  if (held.kind !== 'ready')
    throw new AgentTasksError('PROVIDER_ACCESS_DENIED');
  const provider = providerOf(parts, task.providerId);
  const read = await provider.read(providerTaskId, held.credential);
  if (read.ok) return read.value;
  const { status } = read.failure;
  if (status === 404 || status === 410) throw mismatch('missing');
  throw failureError(read.failure, now);
}

/** @param sent - our words; null once they were trimmed */
function refuseOther(
  task: Task,
  there: ProviderTask,
  sent: string | null,
): void {
  const { repository, providerCreatorId, marker, intentAt } = task;
  if (there.repositoryId !== repository.id) throw mismatch('repository');
  if (there.creatorId !== providerCreatorId) throw mismatch('creator');
  if (there.createdAt < (intentAt ?? task.createdAt) - CLOCK_SLACK_MS) {
    throw mismatch('time');
  }
  const told = there.sessions?.[0]?.prompt;
  if (told === undefined || marker === null) return;
  const last = markersIn(told).at(-1);
  if (!last || !isSameMarker(last.marker, marker)) throw mismatch('prompt');
  if (!isOurPrompt(told, sent)) throw mismatch('words');
}

function mismatch(
  what: ErrorValuesOf<'ADOPT_MISMATCH'>['mismatch'],
): AgentTasksError {
  return new AgentTasksError('ADOPT_MISMATCH', { mismatch: what });
}
