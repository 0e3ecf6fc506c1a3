import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { keepNewest } from './keepNewest';
import { keyOfCredential } from './keyOfCredential';
import { RateBudgets } from './RateBudgets';

const HOUR_MS = 3_600_000;

/** Of a user's requests. Starts, looks, stops and the user's own programs have the rest. */
const SHARE = 0.3;
/** Of the share, what may be used as soon as an hour begins; the rest comes evenly. */
const AT_ONCE = 0.5;
/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const USUAL_LIMIT = 5_000;
interface Hour {
  endsAt: number;
  used: number;
}

/**
 * How much of a user's hourly requests goes into following tasks. When many tasks change at once,
 * what is shown grows older; the limit is not touched. Counted for this process: the others of a
 * portal claim other tasks, and each has a share of its own.
 */
export class ReadShare {
  readonly #hours = new Map<string, Hour>();

  constructor(
    private readonly budgets: RateBudgets,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts a request that GitHub counts too. */
  spend(credential: ProviderCredential): void {
    this.#hourOf(credential).used += 1;
  }

  /** When the next request is due, in milliseconds since the epoch; undefined: now. */
  opensAt(credential: ProviderCredential): number | undefined {
    const limit = this.budgets.find(credential)?.limit ?? USUAL_LIMIT;
    const share = limit * SHARE;
    const { endsAt, used } = this.#hourOf(credential);
    const beyond = (used + 1) / share - AT_ONCE;
    const startedAt = endsAt - HOUR_MS;
    const at = startedAt + (beyond / (1 - AT_ONCE)) * HOUR_MS;
    return at <= this.now() ? undefined : Math.min(Math.ceil(at), endsAt);
  }

  /** GitHub's own hour, once it has told when that ends. */
  #hourOf(credential: ProviderCredential): Hour {
    const key = keyOfCredential(credential);
    const known = this.#hours.get(key);
    if (known && known.endsAt > this.now()) return known;
    const hour = {
      endsAt: this.budgets.find(credential)?.resetAt ?? this.now() + HOUR_MS,
      used: 0,
    };
    keepNewest(this.#hours, key, hour);
    return hour;
  }
}
