import {
  Operations,
  PolicyList,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { BreakerState } from '../../domain/breaker/breakerState';
import { TaskFilter, TaskQueries } from '../../store/TaskQueries';
import { TaskStore } from '../../store/TaskStore';
import { Caller, isOneOf } from '../caller/Caller';
import { permissionDenied } from '../permission/refusalOf';
import { TaskPermissions } from '../permission/TaskPermissions';
import { PortalSettings } from '../ports/PortalSettings';
import { IdentityHealths } from './IdentityHealths';

/** How a loop of this replica does. Milliseconds. */
export interface LoopState {
  name: string;
  lastPassAt: number | null;
  failures: number;
}

export interface AuthorizedOperationsOptions {
  queries: Pick<TaskQueries, 'list' | 'due' | 'counts' | 'breakers'>;
  store: Pick<TaskStore, 'now'>;
  permissions: TaskPermissions;
  identities: IdentityHealths;
  settings: PortalSettings;
  loops(): LoopState[];
}

/** Tasks that an anomaly names. */
const MOST_NAMED = 50;

/** What the portal goes by, and for operators how it does. */
export class AuthorizedOperations {
  constructor(private readonly options: AuthorizedOperationsOptions) {}

  /** For everybody who is signed in: who may be asked for what is no secret. */
  async policies(): Promise<PolicyList> {
    const { queries, settings } = this.options;
    const items = await Promise.all(
      settings.policies.map(async policy => {
        const { tasks, total } = await queries.list({
          filter: { policy: [policy.id] },
          visible: { all: true },
          order: 'createdAt',
          direction: 'desc',
          limit: 1,
          after: null,
        });
        return {
          ...policy,
          use: { tasks: total, lastUsedAt: timeOf(tasks[0]?.createdAt) },
        };
      }),
    );
    return { items };
  }

  async health(caller: Caller): Promise<Operations> {
    const { permissions, queries, store, settings, identities, loops } =
      this.options;
    const mayManage =
      isOneOf(caller, settings.operators) &&
      (await permissions.mayManageOperations(caller.credentials));
    if (!mayManage) throw permissionDenied('agent-tasks.operations.manage');
    const now = await store.now();
    const due: Partial<Record<string, number>> = await queries.due();
    return {
      loops: loops().map(({ name, lastPassAt, failures }) => ({
        name,
        lastPassAt: timeOf(lastPassAt),
        failures,
        due: due[name] ?? 0,
      })),
      breakers: (await queries.breakers()).map(toldBreaker),
      identities: await identities.all(now),
      anomalies: await this.anomalies(now),
    };
  }

  private async anomalies(now: number): Promise<Operations['anomalies']> {
    const { unroutedAttention } = await this.options.queries.counts();
    return [
      ...(await this.standing('quarantined', { phase: ['quarantined'] })),
      ...(await this.standing('access_lost', {
        phase: ['tracking'],
        attention: ['unconfirmed'],
      })),
      ...(unroutedAttention > 0
        ? [
            {
              kind: 'unrouted_attention',
              count: unroutedAttention,
              since: new Date(now).toISOString(),
              taskIds: [],
              runbookUrl: null,
            },
          ]
        : []),
    ];
  }

  /** Tasks that stand where only a person helps. */
  private async standing(
    kind: string,
    filter: TaskFilter,
  ): Promise<Operations['anomalies']> {
    const { tasks, total } = await this.options.queries.list({
      filter,
      visible: { all: true },
      order: 'createdAt',
      direction: 'asc',
      limit: MOST_NAMED,
      after: null,
    });
    if (tasks.length === 0) return [];
    return [
      {
        kind,
        count: total,
        since: new Date(
          tasks[0].attentionSince ?? tasks[0].phaseSince,
        ).toISOString(),
        taskIds: tasks.map(({ id }) => id),
        runbookUrl: null,
      },
    ];
  }
}

const BREAKER_NAMES = {
  provider: 'provider_create',
  read: 'provider_read',
  template: 'template',
} as const;

function toldBreaker(breaker: BreakerState): Operations['breakers'][number] {
  const { scope, state, reason, since, until } = breaker;
  return {
    name: BREAKER_NAMES[scope.kind],
    ref: scope.ref,
    state,
    reason,
    since: new Date(since).toISOString(),
    until: timeOf(until),
  };
}

function timeOf(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString();
}
