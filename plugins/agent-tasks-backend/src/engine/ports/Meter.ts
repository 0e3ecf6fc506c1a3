import {
  FailureClass,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ObservationClass } from '../../domain/observation/observation';
import { Task } from '../../domain/task/task';
import { AlarmCode } from '../../domain/task/taskEffect';

/** What the engine counts. Labels are closed sets: never a reference, an id or a text. */
export interface Meter {
  changed(before: Task | null, after: Task): void;
  observation(name: ObservationClass): void;
  /** A verdict of a worker that had been replaced. */
  dropped(event: string): void;
  startVerdict(kind: StartVerdict['kind']): void;
  providerRequest(
    operation: string,
    outcome: 'ok' | FailureClass,
    durationMs: number,
  ): void;
  alarm(code: AlarmCode): void;
}
