import { isForgottenStart } from '../../domain/task/isForgottenStart';
import { holdsRepository } from '../../domain/admission/holdsRepository';
import { Task } from '../../domain/task/task';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { isOurPrompt } from '../start/isOurPrompt';
import { byProvider } from '../systemActor';
import { ForgottenStart } from './forgottenAmong';

const RUNBOOK = 'docs/runbooks/restore.md';

/** Read by whoever finds everything frozen. */
const REASON =
  'The database was restored from a backup: tasks run that it does not remember.';

/**
 * The provider runs what the database calls not started, or has never heard of: it was restored
 * from a backup. Nothing starts from then on, until a person has looked; then each start that still
 * has its record is adopted. Safe to repeat: a crash in between leaves the freeze, and the next
 * look goes on.
 */
export async function recoverStarts(
  parts: EngineParts,
  found: readonly ForgottenStart[],
): Promise<void> {
  const marked = await Promise.all(
    found.map(async start => ({
      ...start,
      task: (await parts.store.load(start.taskId))?.task,
      texts: await parts.store.texts(start.taskId),
    })),
  );
  // Whoever can read a marker can copy it; it then stands behind other words than ours.
  const starts = marked.filter(({ providerTask, texts }) =>
    isOurPrompt(
      providerTask.sessions?.[0]?.prompt ?? '',
      texts?.prompt ?? null,
    ),
  );
  const forgotten = starts.filter(
    ({ task, providerTask }) =>
      !task || isForgottenStart(task, providerTask.createdAt),
  );
  if (forgotten.length > 0) await freezeAll(parts, forgotten);
  for (const { task, providerTask } of starts) {
    if (!task) continue;
    await applyEvent(parts, task.id, current =>
      isUnstarted(current)
        ? { type: 'found', ...byProvider, providerTask, isRecovery: true }
        : null,
    );
  }
}

async function freezeAll(
  { store, logger }: EngineParts,
  forgotten: readonly {
    task?: Task;
    providerTask: ForgottenStart['providerTask'];
  }[],
): Promise<void> {
  await store.freeze({
    scopeKind: 'all',
    scopeRef: null,
    reason: REASON,
    by: 'system',
    until: null,
    refuse: false,
  });
  const lost = forgotten.filter(({ task }) => !task);
  logger.error('The database was restored and does not know what runs', {
    starts: forgotten.length,
    withoutRecord: lost.map(({ providerTask }) => providerTask.id).join(' '),
    runbook: RUNBOOK,
  });
}

/** What is being started just now, or looked for, is the resolver's. */
function isUnstarted(task: Task): boolean {
  const isLookedFor = holdsRepository(task) || task.phase === 'quarantined';
  return task.providerTaskId === null && !isLookedFor;
}
