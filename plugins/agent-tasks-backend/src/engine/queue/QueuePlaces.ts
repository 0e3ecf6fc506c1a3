import {
  QueuePlace,
  queuePlaces,
  RunLength,
  runLengthOf,
} from '../../domain/admission/queuePlace';
import { Task } from '../../domain/task/task';
import { TaskQueries } from '../../store/TaskQueries';
import { TaskStore } from '../../store/TaskStore';

/** As far as admission itself looks ahead. */
const HORIZON = 200;

const MINUTE_MS = 60_000;

/** A waiting task and where it stands; the place is null when it is about to start. */
export interface QueuedTask {
  task: Task;
  place: QueuePlace | null;
}

/** Says of waiting tasks where they stand and when they would start. */
export class QueuePlaces {
  constructor(
    private readonly queries: Pick<TaskQueries, 'queue' | 'lastRuns'>,
    private readonly store: Pick<TaskStore, 'templateVersion'>,
  ) {}

  /** The queue in admission's order. */
  async all(now: number): Promise<QueuedTask[]> {
    const queue = await this.queries.queue(HORIZON);
    const runs = await this.runLengthsOf(queue);
    const places = queuePlaces(
      queue.flatMap(({ id, held, template }) =>
        held === null
          ? []
          : [{ taskId: id, held, run: runs.get(template?.ref ?? '') ?? null }],
      ),
      now,
    );
    return queue.map(task => ({ task, place: places.get(task.id) ?? null }));
  }

  /** Places by task id; asks nothing where nothing waits. */
  async of(
    tasks: readonly Task[],
    now: number,
  ): Promise<Map<string, QueuePlace>> {
    if (!tasks.some(({ phase, held }) => phase === 'queued' && held !== null)) {
      return new Map();
    }
    const queue = await this.all(now);
    return new Map(
      queue.flatMap(({ task, place }) => (place ? [[task.id, place]] : [])),
    );
  }

  private async runLengthsOf(
    queue: readonly Task[],
  ): Promise<Map<string, RunLength>> {
    const pins = new Map(
      queue.flatMap(({ template }) =>
        template ? [[template.ref, template]] : [],
      ),
    );
    const runs = await Promise.all(
      [...pins].map(
        async ([ref, pin]) => [ref, await this.runOf(pin)] as const,
      ),
    );
    return new Map(runs.flatMap(([ref, run]) => (run ? [[ref, run]] : [])));
  }

  private async runOf(pin: {
    ref: string;
    version: string;
  }): Promise<RunLength | null> {
    const runs = await this.queries.lastRuns(pin.ref);
    const kept = await this.store.templateVersion(pin.ref, pin.version);
    const spec = kept?.spec as { estimate?: { minutes?: number } } | undefined;
    const minutes = spec?.estimate?.minutes;
    return runLengthOf(
      runs,
      minutes === undefined ? null : minutes * MINUTE_MS,
    );
  }
}
