import { ProviderUsage } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fieldsOf, numberOf } from './lenient';

/** https://docs.github.com/rest/agent-tasks/agent-tasks: `ai_credits` come in nano units. */
const NANO = 1e9;

/**
 * What a session cost. `amount` is the documented field, `credits` has been seen in its place. A
 * session billed in several parts sends a list: summed first, divided once, as GitHub asks.
 */
export function readUsage(value: unknown): ProviderUsage | undefined {
  const parts = (Array.isArray(value) ? value : [value])
    .map(fieldsOf)
    .filter(part => part !== undefined);
  const unit = parts.map(part => part.type).find(isUnit);
  const amounts: number[] = parts
    .filter(part => part.type === unit)
    .flatMap(part => numberOf(part.amount) ?? numberOf(part.credits) ?? [])
    .filter(amount => amount >= 0);
  if (!unit || amounts.length === 0) return undefined;
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return { unit, amount: unit === 'ai_credits' ? sum / NANO : sum };
}

function isUnit(value: unknown): value is ProviderUsage['unit'] {
  return value === 'ai_credits' || value === 'premium_requests';
}
