import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { isEndWord } from '../../domain/observation/orderKey';
import { World } from './Life';

export const CREATOR_ID = '5';
const MINUTE = 60_000;

/** A task as it truly is at the provider, whatever listings and reads show of it. */
export interface TrueTask {
  id: string;
  /** By the provider's clock. */
  createdAt: number;
  /** By the clock of the scheduler: */
  bornAt: number;
  listedAt: number;
  promptShownAt: number;
  archivedAt: number | null;
  repositoryId: string;
  creatorId: string;
  prompt: string;
  /** Our task whose start request made it; null: somebody else did. */
  startOf: string | null;
  words: { at: number; word: string }[];
}

/**
 * The provider's side, and the oracle: what was created is known here, from the requests that
 * arrived, and not from what the portal wrote down.
 */
export class GitHubWorld {
  readonly tasks: TrueTask[] = [];

  constructor(private readonly world: World) {}

  create(
    made: Pick<TrueTask, 'repositoryId' | 'creatorId' | 'prompt' | 'startOf'>,
  ): TrueTask {
    const { scheduler, dice, plan, journal } = this.world;
    const { now } = scheduler;
    const task: TrueTask = {
      ...made,
      id: `g${this.tasks.length + 1}`,
      // GitHub tells whole seconds.
      createdAt: Math.floor((now + plan.clockSkewMs) / 1_000) * 1_000,
      bornAt: now,
      listedAt: now,
      promptShownAt: now,
      archivedAt: null,
      words: this.lifeOf(now),
    };
    if (plan.isFaulty && plan.longestListingLagMs > 0) {
      const lag = dice.between(0, plan.longestListingLagMs);
      task.listedAt = now + lag;
      const kind =
        lag > 3 * MINUTE ? 'listing_lags_past_window' : 'listing_lags';
      journal.fault(kind, 'github', `${task.id} by ${lag} ms`);
    }
    if (plan.strikes('prompt_hidden', 0.5)) {
      const hiddenMs = dice.between(1_000, 2 * MINUTE);
      task.promptShownAt = task.listedAt + hiddenMs;
      journal.fault('prompt_hidden', 'github', `${task.id} for ${hiddenMs} ms`);
    }
    if (plan.strikes('archived_early', 0.5)) {
      task.archivedAt = now + dice.between(0, MINUTE);
      journal.fault('archived_early', 'github', task.id);
    }
    if (plan.clockSkewMs !== 0) journal.fault('clock_skew', 'github', task.id);
    journal.tell('github', () => `created ${task.id} for ${task.startOf}`);
    this.tasks.push(task);
    return task;
  }

  wordOf({ words }: TrueTask): { at: number; word: string } {
    const { now } = this.world.scheduler;
    return words.filter(({ at }) => at <= now).at(-1) ?? words[0];
  }

  hasEnded(task: TrueTask): boolean {
    return isEndWord(this.wordOf(task).word);
  }

  /** A run that is asked to stop does so after a while, unless it ends by itself before. */
  stop(id: string): 'accepted' | 'nothing_to_stop' {
    const { scheduler, dice } = this.world;
    const task = this.tasks.find(one => one.id === id);
    if (!task || this.hasEnded(task)) return 'nothing_to_stop';
    const at = scheduler.now + dice.between(500, 20_000);
    task.words = task.words.filter(word => word.at < at);
    task.words.push({ at, word: 'cancelled' });
    return 'accepted';
  }

  isListed({ listedAt }: TrueTask): boolean {
    return listedAt <= this.world.scheduler.now;
  }

  isArchived({ archivedAt }: TrueTask): boolean {
    return archivedAt !== null && archivedAt <= this.world.scheduler.now;
  }

  /** A task as a read by id shows it now. */
  shown(task: TrueTask): ProviderTask {
    const { now } = this.world.scheduler;
    const { at, word } = this.wordOf(task);
    const updatedAt = Math.max(task.createdAt, at);
    const isShown = task.promptShownAt <= now;
    return {
      id: task.id,
      state: word,
      createdAt: task.createdAt,
      updatedAt,
      ...(this.isArchived(task) ? { archivedAt: task.archivedAt ?? now } : {}),
      repositoryId: task.repositoryId,
      creatorId: task.creatorId,
      sessionCount: 1,
      sessions: isShown
        ? [
            {
              id: `s-${task.id}`,
              state: word,
              createdAt: task.createdAt,
              updatedAt,
              prompt: task.prompt,
              headRef: `copilot/${task.id}`,
            },
          ]
        : [],
      artifacts: [],
      raw: null,
    };
  }

  private lifeOf(now: number): TrueTask['words'] {
    const { dice } = this.world;
    const words = [{ at: now, word: 'in_progress' }];
    let at = now;
    if (dice.chance(0.2)) {
      at += dice.between(MINUTE, 20 * MINUTE);
      words.push({ at, word: dice.pick(['waiting_for_user', 'idle']) });
      at += dice.between(MINUTE, 5 * MINUTE);
      words.push({ at, word: 'in_progress' });
    }
    // Some never end by themselves: only a stop ends them.
    if (dice.chance(0.15)) return words;
    at += dice.between(30_000, 40 * MINUTE);
    words.push({
      at,
      word: dice.pick([
        'completed',
        'completed',
        'failed',
        'timed_out',
        'cancelled',
      ]),
    });
    return words;
  }
}
