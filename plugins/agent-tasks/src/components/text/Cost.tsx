import type { CostUnit } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../translations';

/** What something costs in words, to a tenth of the unit that the provider bills in. */
export function useCostWords(): (
  unit: CostUnit,
  amount: number | null,
) => string {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (unit, amount) =>
    amount === null
      ? t('task.cost.unknown')
      : t(`task.cost.${unit}`, { count: Math.round(amount * 10) / 10 });
}

/** What something costs, in the unit that the provider bills in. */
export function Cost(props: { unit: CostUnit; amount: number | null }) {
  const words = useCostWords();
  return <>{words(props.unit, props.amount)}</>;
}
