import { judge as judgeOutcome } from '../../domain/outcome/judge';
import { timeLimitOf } from '../../domain/schedule/timeLimits';
import { Task } from '../../domain/task/task';
import { TaskEvent } from '../../domain/task/taskEvent';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { byEngine } from '../systemActor';
import { forEachTask } from './forEachTask';
import { LoopWork } from './Loop';

const HOLD_MS = 30_000;

/** Judges tasks when evidence came in, and ends patience when it has run out. */
export function judge(parts: EngineParts): LoopWork {
  const { store, settings } = parts;
  return {
    name: 'judge',
    idleMs: settings.idleMs,
    async pass() {
      const ids = await store.claimDue('judge', {
        limit: settings.batch,
        holdForMs: HOLD_MS,
      });
      await forEachTask(parts, 'judge', ids, id =>
        applyEvent(parts, id, turnOf),
      );
      return ids.length === settings.batch;
    },
  };
}

function turnOf(task: Task, now: number): TaskEvent {
  const limit = timeLimitOf(task);
  if (limit && limit.at <= now) {
    return limit.then === 'expire'
      ? { type: 'expired', ...byEngine }
      : {
          type: 'cancelRequested',
          ...byEngine,
          kind: 'time_limit',
          reason: limit.failureClass,
          failureClass: limit.failureClass,
        };
  }
  const judgement = judgeOutcome(task, now);
  return judgement
    ? { type: 'judged', ...byEngine, judgement }
    : { type: 'timePassed', ...byEngine };
}
