import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Json } from '../../domain/record/canonicalJson';
import { HistoryEntry } from '../../domain/task/historyEntry';
import { Task } from '../../domain/task/task';
import { EventEnvelope } from '../../domain/task/taskEvent';
import { transition } from '../../domain/task/transition';
import { IdempotencyClaim } from '../../store/TaskStore';
import { queueFull } from '../queue/queueFull';
import { TaskDraft } from './draftTask';
import { agentClaimOf, repeatedByAgent } from './repeatedSubmission';
import { standingErrors } from './standingErrors';
import { SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';

export interface Submitted {
  task: Task;
  /** An earlier request made it. */
  isReplay: boolean;
}

/**
 * Stores a task with its first event, its effects and its key in one transaction.
 *
 * @throws AgentTasksError with nothing stored
 */
export async function storeDraft(
  parts: SubmissionParts,
  ask: SubmissionAsk,
  draft: TaskDraft,
  claim: IdempotencyClaim | null,
  reason?: string,
): Promise<Submitted> {
  const { store } = parts;
  const { errors, ask: taskAsk, verdict, prompt, duplicateKey } = draft;
  if (errors.length > 0) throw errors[0];
  if (!taskAsk || !verdict?.terms || duplicateKey === null) {
    throw new Error('A draft without errors lacks a part');
  }
  const { caller } = ask;
  const now = await store.now();
  const isUnkeyedAgent = claim === null && caller.via === 'action';
  const earlier = isUnkeyedAgent
    ? await repeatedByAgent(parts, caller, duplicateKey, now)
    : undefined;
  if (earlier) return { task: earlier, isReplay: true };

  const { limits } = verdict.terms;
  const [standing] = await standingErrors(parts, taskAsk, limits, now);
  if (standing) throw standing;
  await keepTemplate(parts, draft);

  const { type, ref, plugin } = caller;
  const envelope: EventEnvelope = {
    actor: { type, ref, ...(plugin === null ? {} : { plugin }) },
    source: 'command',
    requestId: ask.requestId,
  };
  const event =
    verdict.result === 'ask'
      ? ('submittedForApproval' as const)
      : ('submitted' as const);
  const begun = transition(
    null,
    { type: event, ...envelope, ask: taskAsk },
    now,
  );
  if (begun.kind !== 'changed') throw new Error('A new task was refused');
  const maxWaiting = limits.queued ?? Infinity;
  const result = await store.submit({
    task: begun.task,
    texts: { prompt, parameters: draft.parameters },
    history: [
      ...begun.history,
      ...whyAgain(taskAsk.parentTaskId, reason, envelope, now),
    ],
    effects: begun.effects,
    idempotency:
      claim ??
      (isUnkeyedAgent ? agentClaimOf(caller, duplicateKey, now) : null),
    duplicateKey,
    // A second one is meant when a person says so; a program would say so every time.
    refuseDuplicate: !(caller.isPerson && ask.body.allowDuplicate === true),
    maxWaiting,
  });
  switch (result.kind) {
    case 'stored':
      parts.meter.changed(null, begun.task);
      parts.wake();
      return { task: begun.task, isReplay: false };
    case 'replayed': {
      const loaded = await store.load(result.taskId);
      if (!loaded) throw new AgentTasksError('TASK_NOT_FOUND');
      return { task: loaded.task, isReplay: true };
    }
    case 'keyReused':
      throw new AgentTasksError('IDEMPOTENCY_KEY_REUSED');
    case 'duplicate':
      throw new AgentTasksError(
        'DUPLICATE_TASK_SUSPECTED',
        {},
        { details: { taskId: result.taskId } },
      );
    default:
      throw await queueFull(parts, maxWaiting);
  }
}

/** First use wins: a task is judged by the version as it was when somebody first used it. */
async function keepTemplate(
  { store }: SubmissionParts,
  { template }: TaskDraft,
): Promise<void> {
  if (!template) return;
  const { ref, version, digest, spec } = template;
  const kept = await store.keepTemplateVersion({
    ref,
    version,
    digest,
    spec: spec as unknown as Json,
  });
  if (kept === 'conflict')
    throw new AgentTasksError('TEMPLATE_VERSION_CONFLICT');
}

function whyAgain(
  parentTaskId: string | null,
  reason: string | undefined,
  { actor, source, requestId }: EventEnvelope,
  at: number,
): HistoryEntry[] {
  if (parentTaskId === null) return [];
  return [
    {
      type: 'noted',
      at,
      actor,
      source,
      ...(requestId ? { requestId } : {}),
      ...(reason ? { reason } : {}),
      details: { what: 'run_again', parentTaskId },
    },
  ];
}
