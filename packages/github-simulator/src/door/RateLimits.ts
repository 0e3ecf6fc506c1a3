import { GitHubError } from '../api/GitHubError';
import { Limits } from '../settings';

const HOUR = 3_600_000;
const MINUTE = 60_000;

interface Usage {
  windowStartedAt: number;
  used: number;
  spent: Array<{ at: number; points: number; creation: boolean }>;
  inFlight: number;
}

export interface Standing {
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
}

/** Counts per person, over all their tokens, as GitHub does. Kept in memory: a restart forgives. */
export class RateLimits {
  #usage = new Map<string, Usage>();

  #of(login: string, now: number): Usage {
    const known = this.#usage.get(login);
    if (known) {
      if (now - known.windowStartedAt >= HOUR) {
        known.windowStartedAt = now;
        known.used = 0;
      }
      known.spent = known.spent.filter(one => now - one.at < HOUR);
      return known;
    }
    const usage = { windowStartedAt: now, used: 0, spent: [], inFlight: 0 };
    this.#usage.set(login, usage);
    return usage;
  }

  /** Takes one request in, or says which limit it would break. */
  enter(
    login: string,
    method: string,
    limits: Limits,
    now: number,
  ): GitHubError | undefined {
    const usage = this.#of(login, now);
    const creation = method === 'POST';
    const points = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? 1 : 5;
    const minute = usage.spent.filter(one => now - one.at < MINUTE);
    const over = (used: number, limit: number | null) =>
      limit !== null && used > limit;

    if (over(usage.used + 1, limits.requestsPerHour)) {
      return limitRefusal('primary_limit', usage.windowStartedAt + HOUR);
    }
    const creations = usage.spent.filter(one => one.creation).length;
    if (
      over(usage.inFlight + 1, limits.concurrent) ||
      over(
        minute.reduce((sum, one) => sum + one.points, points),
        limits.pointsPerMinute,
      ) ||
      (creation &&
        (over(
          minute.filter(one => one.creation).length + 1,
          limits.creationsPerMinute,
        ) ||
          over(creations + 1, limits.creationsPerHour)))
    ) {
      return limitRefusal('secondary_limit', now);
    }
    usage.used += 1;
    usage.inFlight += 1;
    usage.spent.push({ at: now, points, creation });
    return undefined;
  }

  leave(login: string, now: number): void {
    this.#of(login, now).inFlight -= 1;
  }

  /** A 304 costs nothing. */
  refund(login: string, now: number): void {
    const usage = this.#of(login, now);
    usage.used = Math.max(0, usage.used - 1);
  }

  standing(login: string, limits: Limits, now: number): Standing {
    const usage = this.#of(login, now);
    const limit = limits.requestsPerHour ?? 5000;
    return {
      limit,
      used: usage.used,
      remaining: Math.max(0, limit - usage.used),
      reset: Math.ceil((usage.windowStartedAt + HOUR) / 1000),
    };
  }
}

/**
 * GitHub's two ways to say "slow down". The primary limit names its end in `x-ratelimit-reset`, the secondary one in
 * `retry-after`.
 */
export function limitRefusal(
  kind: 'primary_limit' | 'secondary_limit',
  at: number,
  order: { status?: number; retryAfter?: number } = {},
): GitHubError {
  if (kind === 'primary_limit') {
    const reset = Math.ceil(at / 1000) + (order.retryAfter ?? 0);
    return new GitHubError(
      order.status ?? 403,
      'API rate limit exceeded for user.',
      {
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(reset),
          ...(order.retryAfter && { 'retry-after': String(order.retryAfter) }),
        },
      },
    );
  }
  return new GitHubError(
    order.status ?? 403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    { headers: { 'retry-after': String(order.retryAfter ?? 60) } },
  );
}
