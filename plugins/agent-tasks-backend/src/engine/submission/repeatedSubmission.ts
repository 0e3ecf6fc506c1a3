import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../../domain/task/task';
import { IdempotencyClaim } from '../../store/TaskStore';
import { SubmissionParts, TaskCaller } from './SubmissionParts';

/** How long an agent that repeats itself without a key gets the first task. */
const AGENT_WINDOW_MS = 10 * 60_000;

/**
 * The task that an earlier request with this key made; undefined when there was none.
 *
 * @throws AgentTasksError when the key stands for another body
 */
export async function repeatedByKey(
  { store }: Pick<SubmissionParts, 'store'>,
  claim: IdempotencyClaim,
): Promise<Task | undefined> {
  const known = await store.replayOf(claim);
  if (known?.kind === 'keyReused') {
    throw new AgentTasksError('IDEMPOTENCY_KEY_REUSED');
  }
  return known?.kind === 'replayed'
    ? (await store.load(known.taskId))?.task
    : undefined;
}

/**
 * The claim that stands in for a key which an agent did not send: agents repeat themselves. One of
 * this stretch of time, so that two at once collide as they would with a key.
 */
export function agentClaimOf(
  caller: TaskCaller,
  duplicateKey: string,
  now: number,
): IdempotencyClaim {
  const stretch = Math.floor(now / AGENT_WINDOW_MS);
  return {
    principal: caller.ref,
    route: 'agent without a key',
    key: `${duplicateKey} ${stretch}`,
    bodyDigest: duplicateKey,
  };
}

/** The task that the same agent asked for within ten minutes; also of the stretch before. */
export async function repeatedByAgent(
  parts: Pick<SubmissionParts, 'store'>,
  caller: TaskCaller,
  duplicateKey: string,
  now: number,
): Promise<Task | undefined> {
  for (const at of [now, now - AGENT_WINDOW_MS]) {
    const claim = agentClaimOf(caller, duplicateKey, at);
    const task = await repeatedByKey(parts, claim);
    if (task && now - task.createdAt < AGENT_WINDOW_MS) return task;
  }
  return undefined;
}
