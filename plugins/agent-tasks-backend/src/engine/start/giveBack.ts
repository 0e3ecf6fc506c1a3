import { Task } from '../../domain/task/task';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { verdictEvent } from './verdictEvent';

/**
 * Brings a claim back to the queue that this process made and surely did not act on. One of another
 * process has the same epoch where ours was rolled back: it is left alone.
 */
export async function giveBack(
  parts: EngineParts,
  { id, epoch }: Task,
): Promise<void> {
  await applyEvent(parts, id, (current, now) =>
    current.phase === 'starting' &&
    current.epoch === epoch &&
    current.lease?.holder === parts.replica
      ? verdictEvent(
          current,
          epoch,
          { kind: 'notSent', reason: 'guard' },
          { now, retryAt: now },
        )
      : null,
  );
}
