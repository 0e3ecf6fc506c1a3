import { RateBudget } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Exchange } from '../verdict/Exchange';
import { resetAtOf } from '../verdict/rateLimit';
import { keepNewest } from './keepNewest';
import { keyOfCredential } from './keyOfCredential';

/** What the newest answers said about each credential's request budget. */
export class RateBudgets {
  readonly #budgets = new Map<string, RateBudget>();

  note(credential: ProviderCredential, exchange: Exchange): void {
    const { status, headers } = exchange;
    // A 401 tells the budget of the address, not of the user; GraphQL has a budget of its own.
    if (status === 401) return;
    if ((headers['x-ratelimit-resource'] ?? 'core') !== 'core') return;
    const limit = Number(headers['x-ratelimit-limit'] ?? NaN);
    const remaining = Number(headers['x-ratelimit-remaining'] ?? NaN);
    const resetAt = resetAtOf(exchange);
    if (Number.isNaN(limit) || Number.isNaN(remaining) || !resetAt) return;

    const key = keyOfCredential(credential);
    keepNewest(this.#budgets, key, { limit, remaining, resetAt });
  }

  /** Undefined when nothing was seen, or the window it was seen in has ended. */
  find(credential: ProviderCredential): RateBudget | undefined {
    const budget = this.#budgets.get(keyOfCredential(credential));
    return budget && budget.resetAt > Date.now() ? budget : undefined;
  }
}
