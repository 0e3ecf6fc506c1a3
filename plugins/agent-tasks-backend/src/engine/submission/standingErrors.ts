import {
  AgentTasksError,
  TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { freezeOver, freezeSubjectOf } from '../../domain/admission/freeze';
import { PolicyLimits } from '../../domain/policy/policy';
import { TaskAsk } from '../../domain/task/taskAsk';
import { TaskFilter } from '../../store/TaskQueries';
import { freezeOf } from '../freezeOf';
import { SubmissionParts } from './SubmissionParts';

const DAY_MS = 24 * 3_600_000;

/** Of a task that is not over. */
const OPEN: TaskStatus[] = [
  'needs_approval',
  'waiting',
  'working',
  'needs_you',
  'unclear',
];

/**
 * What stands against one more task just now: a freeze that refuses, or a caller who has asked for
 * enough. Counted outside the transaction: these guard against floods, not to the last task.
 */
export async function standingErrors(
  { queries }: Pick<SubmissionParts, 'queries'>,
  ask: TaskAsk,
  limits: PolicyLimits,
  now: number,
): Promise<AgentTasksError[]> {
  return [
    ...(await freezeErrors(queries, ask, now)),
    ...(await overLimit(queries, limits.perRequesterPerDay, {
      name: 'perRequesterPerDay',
      retryAfterSeconds: 3_600,
      filter: {
        requesterRef: [ask.requester.ref],
        createdAfter: new Date(now - DAY_MS).toISOString(),
      },
    })),
    ...(ask.via.kind === 'action'
      ? await overLimit(queries, limits.viaAction, {
          name: 'viaAction',
          retryAfterSeconds: 300,
          filter: {
            requesterRef: [ask.requester.ref],
            via: ['action'],
            status: OPEN,
          },
        })
      : []),
  ];
}

async function freezeErrors(
  queries: SubmissionParts['queries'],
  ask: TaskAsk,
  now: number,
): Promise<AgentTasksError[]> {
  const refusing = (await queries.freezes()).filter(({ refuse }) => refuse);
  const freeze = freezeOver(freezeSubjectOf(ask), refusing.map(freezeOf), now);
  if (!freeze) return [];
  return [
    new AgentTasksError('FROZEN', {}, { details: { freezeId: freeze.id } }),
  ];
}

async function overLimit(
  queries: SubmissionParts['queries'],
  limit: number | undefined,
  count: { name: string; retryAfterSeconds: number; filter: TaskFilter },
): Promise<AgentTasksError[]> {
  if (limit === undefined) return [];
  const used = await countOf(queries, count.filter);
  if (used < limit) return [];
  const { name, retryAfterSeconds } = count;
  return [
    new AgentTasksError(
      'RATE_LIMITED',
      {},
      { retryAfterSeconds, details: { limitName: name, limit, used } },
    ),
  ];
}

/** Counted up to 1,001. */
export async function countOf(
  queries: SubmissionParts['queries'],
  filter: TaskFilter,
): Promise<number> {
  const { total } = await queries.list({
    filter,
    visible: { all: true },
    order: 'createdAt',
    direction: 'desc',
    limit: 1,
    after: null,
  });
  return total;
}
