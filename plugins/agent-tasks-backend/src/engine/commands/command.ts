import {
  AgentTasksError,
  TaskAction,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { allowedActions } from '../../domain/task/allowedActions';
import { isRepeated } from '../../domain/task/guardOf';
import { Task } from '../../domain/task/task';
import { Actor, EventEnvelope, TaskEvent } from '../../domain/task/taskEvent';
import { TaskQueries } from '../../store/TaskQueries';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';

/** What commands need of the engine's world. */
export interface CommandParts
  extends Pick<EngineParts, 'store' | 'meter' | 'providers' | 'credentials'> {
  queries: Pick<TaskQueries, 'freezes'>;
  /** Something changed: the loops need not wait for the next turn of a clock. */
  wake(): void;
}

/** Who gives a command, and in which request. */
export interface CommandBy {
  actor: Actor;
  requestId: string;
}

type WithoutEnvelope<Event> = Event extends TaskEvent
  ? Omit<Event, keyof EventEnvelope>
  : never;

/** What a command makes of a task as it is now. Called again after a lost race. */
export type CommandEvent = WithoutEnvelope<TaskEvent>;

/** A refusal is a value: the state of the task, or a rule, says no. */
export type Commanded =
  | { kind: 'done'; task: Task }
  | { kind: 'refused'; reason: string; task: Task };

/**
 * Applies what a person or service asks for. A command that was carried out before answers with the
 * task as it is; one that makes no sense in the state of the task is refused and changes nothing.
 */
export async function command(
  parts: CommandParts,
  taskId: string,
  action: TaskAction,
  by: CommandBy,
  eventFor: (task: Task, now: number) => CommandEvent,
): Promise<Commanded> {
  const applied = await applyEvent(parts, taskId, (task, now) => {
    const event = {
      ...eventFor(task, now),
      ...envelopeOf(by),
    } as TaskEvent;
    const makesSense =
      isRepeated(task, event) || allowedActions(task, now).includes(action);
    return makesSense ? event : null;
  });
  switch (applied.kind) {
    case 'missing':
      throw new AgentTasksError('TASK_NOT_FOUND');
    case 'refused':
      return applied;
    case 'skipped':
      return { kind: 'refused', reason: 'not_now', task: applied.task };
    default:
      parts.wake();
      return { kind: 'done', task: applied.task };
  }
}

/** How a command stands in the record. */
export function envelopeOf({ actor, requestId }: CommandBy): EventEnvelope {
  return { actor, requestId, source: 'command' };
}
