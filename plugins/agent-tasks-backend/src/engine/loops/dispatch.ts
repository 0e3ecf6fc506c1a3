import { BreakerState } from '../../domain/breaker/breakerState';
import { Moment } from '../../domain/schedule/elapsedMs';
import { Task } from '../../domain/task/task';
import { AdmissionSnapshot } from '../../store/TaskStore';
import { tellBreaker } from '../breakers/tellBreaker';
import { EngineParts } from '../EngineParts';
import { decideAdmission } from '../start/decideAdmission';
import { giveBack } from '../start/giveBack';
import { momentOf } from '../start/momentOf';
import { startTask } from '../start/startTask';
import { UnsavedVerdicts } from '../start/UnsavedVerdicts';
import { logFailedTask } from './forEachTask';
import { LoopWork } from './Loop';

/**
 * Decides who may start, then sends the starts, each once. A pass does not wait for the answers:
 * one slow request must not keep other identities from their turn. Pacing within an identity is a
 * fact of admission. No more are under way than one batch, so that no claim waits here while its
 * lease runs.
 */
export function dispatch(
  parts: EngineParts,
  wakePreflight: () => void,
  wakeDispatch: () => void = () => {},
): LoopWork {
  const { store, settings } = parts;
  const underWay = new Set<Promise<void>>();
  const unsaved = new UnsavedVerdicts();
  /** Claims of the last admission, until it is known that they were committed. */
  let inDoubt: Task[] = [];

  function send(task: Task, claimedAt: Moment): void {
    const about = { loop: 'dispatch', taskId: task.id };
    const fail = (reason: unknown) =>
      logFailedTask(parts.logger, about, reason);
    const start = startTask(parts, task, claimedAt, async save => {
      const outage = await unsaved.save(save);
      if (outage !== undefined) fail(outage);
    })
      .catch(fail)
      .finally(() => {
        underWay.delete(start);
        wakeDispatch();
      });
    underWay.add(start);
  }

  return {
    name: 'dispatch',
    idleMs: settings.idleMs,
    async pass() {
      await unsaved.saveKept();
      for (const task of inDoubt) await giveBack(parts, task);
      // Before the database is asked: the lease then runs at least as long as we reckon with.
      const claimedAt = momentOf(parts);
      const room = settings.batch - underWay.size;
      let isPreflightDue = false;
      let breakers: BreakerState[] = [];
      const claimed = await store.admit(snapshot => {
        const outcome = decideAdmission(parts, compared(parts, snapshot), room);
        isPreflightDue = outcome.wakePreflight.length > 0;
        breakers = outcome.breakers ?? [];
        inDoubt = outcome.changes.map(({ after }) => after).filter(isClaim);
        return outcome;
      });
      inDoubt = [];
      breakers.forEach(breaker => tellBreaker(parts.logger, breaker));
      if (isPreflightDue) wakePreflight();
      const started = (claimed ?? []).filter(isClaim);
      started.forEach(task => send(task, claimedAt));
      return started.length > 0;
    },
    async drain() {
      await Promise.all(underWay);
    },
  };
}

/**
 * The snapshot without those whose identity was not compared with the provider yet: a restored
 * database may hold tasks that run already.
 */
function compared(
  { lookBack, rules }: EngineParts,
  snapshot: AdmissionSnapshot,
): AdmissionSnapshot {
  const open = new Set(
    rules
      .identities()
      .map(
        ({ id }) =>
          snapshot.identities.find(row => row.id === id) ?? {
            id,
            lastSweptAt: null,
          },
      )
      .filter(row => !lookBack.isDone(row))
      .map(({ id }) => id),
  );
  return {
    ...snapshot,
    candidates: snapshot.candidates.filter(
      ({ identity }) => !open.has(identity.id),
    ),
  };
}

function isClaim(task: Task): boolean {
  return task.phase === 'starting';
}
