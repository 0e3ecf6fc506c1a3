import { CostUnit } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordedSession } from '../observation/providerRecord';

/** What a task costs, as people see it. `actual` is null until the provider has told anything. */
export interface TaskCost {
  unit: CostUnit;
  estimated: number | null;
  actual: number | null;
}

/** Sums the usage of the sessions; a unit other than the first one's is not added to it. */
export function costOf(
  sessions: readonly RecordedSession[],
  estimated: number | null,
): TaskCost {
  const usages = sessions.flatMap(({ usage }) => (usage ? [usage] : []));
  const unit = usages[0]?.unit ?? 'ai_credits';
  const amounts = usages
    .filter(usage => usage.unit === unit)
    .map(({ amount }) => amount);
  return {
    unit,
    estimated,
    actual:
      amounts.length > 0 ? amounts.reduce((sum, amount) => sum + amount) : null,
  };
}
