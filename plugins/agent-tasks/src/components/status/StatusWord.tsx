import type { TaskStatus } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../translations';
import { statusLooks } from '../../words/taskWords';
import { Word } from './Word';

/** The one word for where a task stands. */
export function StatusWord({ status }: { status: TaskStatus }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return <Word {...statusLooks[status]}>{t(`status.${status}`)}</Word>;
}
