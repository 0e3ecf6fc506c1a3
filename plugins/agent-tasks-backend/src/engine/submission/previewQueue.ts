import { TaskPreview } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AdmissionFacts } from '../../domain/admission/candidate';
import { countedIn } from '../../domain/admission/counting';
import { inFairOrder, turnsOf } from '../../domain/admission/fairTurns';
import { holdOf } from '../../domain/admission/holdOf';
import {
  queuePlaces,
  RunLength,
  runLengthOf,
} from '../../domain/admission/queuePlace';
import { reviewPlaces } from '../../domain/admission/reviewCapacity';
import { newTask } from '../../domain/task/newTask';
import { Task } from '../../domain/task/task';
import { TaskAsk } from '../../domain/task/taskAsk';
import { admissionBreakers } from '../breakers/decideBreakers';
import { freezeOf } from '../freezeOf';
import { SubmissionParts } from './SubmissionParts';

/** As far as admission itself looks ahead. */
const HORIZON = 200;
const MINUTE_MS = 60_000;

/**
 * Where a task would stand if it were asked for now, by the same checks and in the same order that
 * admission has. A forecast: what only the provider can say is left out.
 */
export async function previewQueue(
  { queries, rules }: Pick<SubmissionParts, 'queries' | 'rules'>,
  ask: TaskAsk,
  estimatedMinutes: number | null,
  now: number,
): Promise<TaskPreview['queue']> {
  const [inFlight, queue, freezes, identities, breakers] = await Promise.all([
    queries.inFlight(),
    queries.queue(HORIZON),
    queries.freezes(),
    queries.identities(),
    queries.breakers(),
  ]);
  const turns = turnsOf(inFlight);
  const task = asIfReady(newTask(ask, 'queued', now), inFlight, now);
  const candidate = rules.candidate(task);
  const known = identities.find(({ id }) => id === candidate.identityKey);
  const facts: AdmissionFacts = {
    now,
    freezes: freezes.map(freezeOf),
    breakers: admissionBreakers(breakers, rules.exemptOwners(now), now),
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
    inFlight: countedIn(inFlight),
    turns,
    pace: 0,
  };
  const hold = holdOf(candidate, facts);
  if (!hold) return { position: 1, startsInSeconds: 0 };
  const held = { ...hold, since: now };
  const run = await runOf(queries, ask, estimatedMinutes);
  const inOrder = inFairOrder(
    [...queue, { ...task, held }].map(each => ({ task: each })),
    turns,
  );
  const places = queuePlaces(
    inOrder.flatMap(({ task: { id, held: its } }) =>
      its ? [{ taskId: id, held: its, run }] : [],
    ),
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

async function runOf(
  queries: SubmissionParts['queries'],
  { template }: TaskAsk,
  estimatedMinutes: number | null,
): Promise<RunLength | null> {
  return runLengthOf(
    template ? await queries.lastRuns(template.ref) : [],
    estimatedMinutes === null ? null : estimatedMinutes * MINUTE_MS,
  );
}
