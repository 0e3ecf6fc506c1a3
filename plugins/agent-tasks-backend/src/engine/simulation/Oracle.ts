import { Task } from '../../domain/task/task';
import { FreezeRow } from '../../store/TaskStore';
import { TrueTask } from './GitHubWorld';
import { StartFate } from './coverage';

/** A right to start, as the store gave it out. */
export interface Claim {
  taskId: string;
  epoch: number;
  leaseUntil: number;
  committedAt: number;
  /** A freeze stood over it when it was committed. */
  isFrozen: boolean;
}

/** A start request that reached the network. */
export interface Post {
  taskId: string;
  claim: Claim | undefined;
  sentAt: number;
  fate: StartFate;
  /** What it created, when it did. */
  created: TrueTask | undefined;
  createdAt: number | undefined;
  /** When the process that sent it learnt that nothing was created; undefined: it never did. */
  provenAt: number | undefined;
}

/** What happened in the world, apart from all that the portal wrote down about it. */
export class Oracle {
  readonly posts: Post[] = [];
  /** Of which claim of a task a person said that it started nothing. */
  readonly confirmations: { taskId: string; epoch: number }[] = [];
  readonly writtenOff = new Set<string>();
  /** What a person tied by hand: `<task> <id of the provider>`. */
  readonly tiedByHand = new Set<string>();
  /** Tasks that were ended before any start, and when. */
  readonly withdrawn = new Map<string, number>();
  /** Ids that stood on a task of ours and were replaced. */
  readonly rewritten: string[] = [];
  private readonly claims = new Map<string, Claim>();
  private readonly freezes = new Map<string, FreezeRow & { to: number }>();

  claimed(holder: string, task: Task, now: number): void {
    this.claims.set(`${holder} ${task.id}`, {
      taskId: task.id,
      epoch: task.epoch,
      leaseUntil: task.lease?.until ?? now,
      committedAt: now,
      isFrozen: this.isFrozen(task.repository.slug, now),
    });
  }

  claimOf(holder: string, taskId: string): Claim | undefined {
    return this.claims.get(`${holder} ${taskId}`);
  }

  frozen(freeze: FreezeRow): void {
    this.freezes.set(freeze.id, { ...freeze, to: freeze.until ?? Infinity });
  }

  thawed(id: string, now: number): void {
    const freeze = this.freezes.get(id);
    if (freeze) freeze.to = Math.min(freeze.to, now);
  }

  postsOf(taskId: string): Post[] {
    return this.posts.filter(post => post.taskId === taskId);
  }

  /** The claims of a task of which somebody said so, each once. */
  confirmedEpochs(taskId: string): ReadonlySet<number> {
    const ofTask = this.confirmations.filter(one => one.taskId === taskId);
    return new Set(ofTask.map(({ epoch }) => epoch));
  }

  private isFrozen(slug: string, now: number): boolean {
    return [...this.freezes.values()].some(
      ({ since, to, scopeRef }) =>
        since <= now && now < to && (scopeRef === null || scopeRef === slug),
    );
  }
}
