import {
  IdentityHealth,
  LimitScope,
  ReviewCapacity,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  CounterKey,
  countersOf,
  flightKeysOf,
} from '../../domain/admission/counting';
import { reviewPlaces } from '../../domain/admission/reviewCapacity';
import { Task } from '../../domain/task/task';
import { AdmissionRules } from '../../engine/ports/AdmissionRules';
import { QueuePlaces } from '../../engine/queue/QueuePlaces';
import { TaskQueries } from '../../store/TaskQueries';
import { TaskStore } from '../../store/TaskStore';
import { Caller } from '../caller/Caller';
import { TaskPermissions } from '../permission/TaskPermissions';
import { TaskView } from '../tasks/TaskView';
import { TaskViews } from '../tasks/TaskViews';
import { IdentityHealths } from './IdentityHealths';

export interface LimitView {
  scope: LimitScope;
  ref: string;
  used: number;
  limit: number;
}

export interface QueueView {
  items: { view: TaskView; position: number }[];
  limits: LimitView[];
  capacity: ReviewCapacity[];
  identities: IdentityHealth[];
}

export interface AuthorizedQueueOptions {
  queries: Pick<TaskQueries, 'list' | 'inFlight'>;
  store: Pick<TaskStore, 'now'>;
  places: QueuePlaces;
  permissions: TaskPermissions;
  views: TaskViews;
  rules: Pick<AdmissionRules, 'candidate' | 'reviewCapacity'>;
  identities: IdentityHealths;
}

/** As many rows as a list may have. */
const MOST_ROWS = 100;

/** What waits, and against which limits. Rows are those the caller may see; counts are of all. */
export class AuthorizedQueue {
  constructor(private readonly options: AuthorizedQueueOptions) {}

  async read(caller: Caller): Promise<QueueView> {
    const { queries, store, places, identities } = this.options;
    const now = await store.now();
    const [queue, inFlight] = await Promise.all([
      places.all(now),
      queries.inFlight(),
    ]);
    const tasks = [...queue.map(({ task }) => task), ...inFlight];
    return {
      items: await this.itemsOf(caller, queue),
      limits: this.limitsOf(tasks, inFlight),
      capacity: this.capacityOf(tasks, inFlight, now),
      identities: await identities.all(now),
    };
  }

  private async itemsOf(
    caller: Caller,
    queue: Awaited<ReturnType<QueuePlaces['all']>>,
  ): Promise<QueueView['items']> {
    const { permissions, queries, views } = this.options;
    const grants = await permissions.grantsOf(caller.credentials);
    const { tasks } = await queries.list({
      filter: { phase: ['queued'] },
      visible: grants.visible,
      order: 'createdAt',
      direction: 'asc',
      limit: MOST_ROWS,
      after: null,
    });
    const shown = await views.list(tasks, caller, grants);
    const byId = new Map(shown.map(view => [view.task.id, view]));
    let ready = 0;
    return queue.flatMap(({ task, place }) => {
      if (place === null) ready += 1;
      const view = byId.get(task.id);
      return view ? [{ view, position: place?.position ?? ready }] : [];
    });
  }

  private limitsOf(tasks: Task[], inFlight: Task[]): LimitView[] {
    const used = new Map<CounterKey, number>();
    for (const key of inFlight.flatMap(countersOf)) {
      used.set(key, (used.get(key) ?? 0) + 1);
    }
    const limits = new Map<CounterKey, number>();
    for (const task of tasks) {
      const allowed = this.options.rules.candidate(task).limits;
      for (const key of keysOf(task)) {
        const limit = allowed[scopeOf(key)];
        if (limit === undefined) continue;
        limits.set(key, Math.min(limit, limits.get(key) ?? Infinity));
      }
    }
    return [...limits]
      .map(([key, limit]) => ({
        scope: scopeOf(key),
        ref: key.slice(scopeOf(key).length + 1),
        used: used.get(key) ?? 0,
        limit,
      }))
      .sort((a, b) => b.used / b.limit - a.used / a.limit);
  }

  private capacityOf(
    tasks: Task[],
    inFlight: Task[],
    now: number,
  ): ReviewCapacity[] {
    const { rules } = this.options;
    const limitOf = (ref: string) => rules.reviewCapacity(ref);
    return [...reviewPlaces(tasks, inFlight, limitOf, now)]
      .map(([ownerRef, { used, limit }]) => ({
        ownerRef,
        used,
        limit,
        // What agents opened outside the portal is not counted yet.
        external: 0,
      }))
      .sort((a, b) => a.ownerRef.localeCompare(b.ownerRef));
  }
}

function keysOf(task: Task): CounterKey[] {
  const owners = task.people.owners.map((ref): CounterKey => `owner:${ref}`);
  return [...owners, ...flightKeysOf(task)];
}

function scopeOf(key: CounterKey): LimitScope {
  return key.slice(0, key.indexOf(':')) as LimitScope;
}
