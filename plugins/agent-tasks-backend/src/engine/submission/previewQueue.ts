import { TaskPreview } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AdmissionFacts } from '../../domain/admission/candidate';
import { CounterKey, countersOf } from '../../domain/admission/counting';
import { holdOf } from '../../domain/admission/holdOf';
import { queuePlaces, RunLength } from '../../domain/admission/queuePlace';
import { reviewPlaces } from '../../domain/admission/reviewCapacity';
import { newTask } from '../../domain/task/newTask';
import { Task } from '../../domain/task/task';
import { TaskAsk } from '../../domain/task/taskAsk';
import { freezeOf } from '../freezeOf';
import { SubmissionParts } from './SubmissionParts';

/** As far as admission itself looks ahead. */
const HORIZON = 200;
const MINUTE_MS = 60_000;

/**
 * Where a task would stand if it were asked for now, by the same checks that admission makes. A
 * forecast: the order of turns is left out, and so is what only the provider can say.
 */
export async function previewQueue(
  { queries, rules }: Pick<SubmissionParts, 'queries' | 'rules'>,
  ask: TaskAsk,
  estimatedMinutes: number | null,
  now: number,
): Promise<TaskPreview['queue']> {
  const [inFlight, queue, freezes, identities] = await Promise.all([
    queries.inFlight(),
    queries.queue(HORIZON),
    queries.freezes(),
    queries.identities(),
  ]);
  const task = asIfReady(newTask(ask, 'queued', now), inFlight, now);
  const candidate = rules.candidate(task);
  const known = identities.find(({ id }) => id === candidate.identityKey);
  const facts: AdmissionFacts = {
    now,
    freezes: freezes.map(freezeOf),
    breakers: [],
    identities: new Map([
      [
        candidate.identityKey,
        {
          state: known?.invalidSince ? 'invalid' : 'ready',
          nextStartAt: known?.nextStartAt ?? null,
        },
      ],
    ]),
    budgets: [],
    capacity: reviewPlaces(
      [task],
      inFlight,
      ref => rules.reviewCapacity(ref),
      now,
    ),
    inFlight: counted(inFlight),
    turns: new Map(),
    pace: 0,
  };
  const hold = holdOf(candidate, facts);
  if (!hold) return { position: 1, startsInSeconds: 0 };
  const held = { ...hold, since: now };
  const run = await runLengthOf(queries, ask, estimatedMinutes);
  const places = queuePlaces(
    [
      ...queue.flatMap(other =>
        other.held ? [{ taskId: other.id, held: other.held, run: null }] : [],
      ),
      { taskId: task.id, held, run },
    ],
    now,
  );
  const place = places.get(task.id);
  return {
    position: place?.position ?? 1,
    startsInSeconds: place?.startsInSeconds ?? undefined,
    basis: place?.basis ?? undefined,
    held: {
      ...hold,
      since: new Date(now).toISOString(),
      until:
        hold.until === undefined
          ? undefined
          : new Date(hold.until).toISOString(),
    },
  };
}

/** With the facts that a preflight would bring; the id is known if another task is there already. */
function asIfReady(task: Task, inFlight: readonly Task[], now: number): Task {
  const { repository } = task;
  const neighbour = inFlight.find(
    other =>
      other.repository.slug === repository.slug &&
      other.repository.host === repository.host,
  );
  const id = neighbour?.repository.id ?? repository.slug;
  return {
    ...task,
    repository: { ...repository, id },
    marker: 'at1',
    preflightAt: now,
  };
}

function counted(inFlight: readonly Task[]): Map<CounterKey, number> {
  const counters = new Map<CounterKey, number>();
  for (const key of inFlight.flatMap(countersOf)) {
    counters.set(key, (counters.get(key) ?? 0) + 1);
  }
  return counters;
}

async function runLengthOf(
  queries: SubmissionParts['queries'],
  { template }: TaskAsk,
  estimatedMinutes: number | null,
): Promise<RunLength | null> {
  const median = template ? await queries.medianRun(template.ref) : undefined;
  if (median !== undefined) return { median, basis: 'history' };
  return estimatedMinutes === null
    ? null
    : { median: estimatedMinutes * MINUTE_MS, basis: 'template' };
}
