import {
  AgentTasksError,
  TaskAnswerPlace,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { freezeOver, freezeSubjectOf } from '../../domain/admission/freeze';
import { allowedActions } from '../../domain/task/allowedActions';
import { MAX_ANSWERS } from '../../domain/task/guardOf';
import { Task } from '../../domain/task/task';
import { openPullRequest } from '../../domain/task/taskProgress';
import { applyEvent } from '../applyEvent';
import { freezeOf } from '../freezeOf';
import { credentialOf } from '../loops/credentialOf';
import { providerOf } from '../loops/providerOf';
import { textErrors } from '../submission/textErrors';
import {
  command,
  CommandBy,
  Commanded,
  CommandParts,
  envelopeOf,
} from './command';
import { failureError } from './failureError';

/** Where the agent of a task can be answered, by what its provider can do. */
export function answerPlaceOf(
  task: Task,
  provider: Pick<AgentProvider, 'capabilities'> | undefined,
): TaskAnswerPlace {
  const url = task.reported.url?.value ?? null;
  const reply = provider?.capabilities.reply ?? 'none';
  if (task.providerTaskId === null || reply === 'none') {
    return { mode: 'none', url: null, pullRequest: null };
  }
  const open = openPullRequest(task);
  return reply === 'comment' && open
    ? { mode: 'comment', url: open.url, pullRequest: open.number }
    : { mode: 'at_provider', url, pullRequest: null };
}

/** Takes somebody's word that the agent was answered where it asked. */
export async function answeredAtProvider(
  parts: CommandParts,
  taskId: string,
  by: CommandBy,
): Promise<Commanded> {
  const told = await command(parts, taskId, 'answer', by, () => ({
    type: 'answered',
    isAtProvider: true,
  }));
  if (told.kind === 'refused') throw notPossible(told.task);
  return told;
}

/**
 * Sends a message to the agent, once: an answer is a prompt, so its text is checked like one, and
 * nothing is sent under a freeze. It is recorded after it was sent, and what is unclear counts as
 * sent, because a second comment would start a second session. A task that was answered already is
 * told as it is.
 */
export async function sendAnswer(
  parts: CommandParts,
  taskId: string,
  message: string,
  by: CommandBy,
): Promise<Commanded> {
  const [unsafe] = textErrors({ message });
  if (unsafe) throw unsafe;
  const loaded = await parts.store.load(taskId);
  if (!loaded) throw new AgentTasksError('TASK_NOT_FOUND');
  const { task, now } = loaded;
  if (task.answeredAt !== null) return { kind: 'done', task };
  if (!allowedActions(task, now).includes('answer')) throw notPossible(task);
  await refuseFrozen(parts, task, now);
  const isClear = await send(parts, task, now, message, by);
  const told = await command(parts, taskId, 'answer', by, () => ({
    type: 'answered',
    isAtProvider: false,
  }));
  if (!isClear) {
    await applyEvent(parts, taskId, () => ({
      type: 'noted',
      ...envelopeOf(by),
      what: 'answer_unclear',
    }));
  }
  // The agent may have moved on meanwhile; the message was sent all the same.
  return { kind: 'done', task: told.task };
}

/** False: nobody knows whether it arrived. */
async function send(
  parts: CommandParts,
  task: Task,
  now: number,
  message: string,
  by: CommandBy,
): Promise<boolean> {
  const provider = providerOf(parts, task.providerId);
  const place = answerPlaceOf(task, provider);
  if (place.pullRequest === null || task.providerTaskId === null) {
    throw new AgentTasksError('ANSWER_NOT_POSSIBLE', {
      reason: 'only_at_provider',
    });
  }
  const held = await credentialOf(parts, task);
  if (held.kind !== 'ready')
    throw new AgentTasksError('PROVIDER_ACCESS_DENIED');
  const reply = await provider.reply(
    {
      taskId: task.providerTaskId,
      repository: task.repository,
      pullRequestNumber: place.pullRequest,
      text: `${message}\n\nAnswered by ${by.actor.ref} from the developer portal.`,
    },
    held.credential,
  );
  if (reply.kind === 'notSent') throw failureError(reply, now);
  return reply.kind === 'sent';
}

async function refuseFrozen(
  { queries }: CommandParts,
  task: Task,
  now: number,
): Promise<void> {
  const freezes = await queries.freezes();
  const freeze = freezeOver(freezeSubjectOf(task), freezes.map(freezeOf), now);
  if (freeze) {
    throw new AgentTasksError(
      'FROZEN',
      {},
      { details: { freezeId: freeze.id } },
    );
  }
}

function notPossible(task: Task): AgentTasksError {
  return new AgentTasksError('ANSWER_NOT_POSSIBLE', {
    reason: task.answers >= MAX_ANSWERS ? 'too_many_answers' : 'not_asking',
  });
}
