import { RateBudget } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fieldsOf, numberOf } from './lenient';

/** The budget for REST requests. */
export function readRateBudget(body: unknown): RateBudget | undefined {
  const core = fieldsOf(fieldsOf(fieldsOf(body)?.resources)?.core);
  const limit = numberOf(core?.limit);
  const remaining = numberOf(core?.remaining);
  const reset = numberOf(core?.reset);
  return limit === undefined || remaining === undefined || reset === undefined
    ? undefined
    : { limit, remaining, resetAt: reset * 1000 };
}
