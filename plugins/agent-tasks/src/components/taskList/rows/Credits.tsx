import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../../translations';

/** What it cost; what it may cost as long as nobody knows. */
export function Credits({ cost }: { cost: TaskListItem['cost'] }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (cost.actual !== null) return <>{rounded(cost.actual)}</>;
  if (cost.estimated === null) return <>–</>;
  return <>{t('list.estimated', { credits: rounded(cost.estimated) })}</>;
}

function rounded(credits: number): string {
  return credits.toLocaleString(undefined, {
    maximumFractionDigits: credits < 10 ? 1 : 0,
  });
}
