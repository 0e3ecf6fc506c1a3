import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../../translations';
import { EntityName } from './EntityName';

/** What was asked for, as the catalog calls it. */
export function TemplateCell(props: { template: TaskListItem['template'] }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return props.template ? (
    <EntityName entityRef={props.template.ref} />
  ) : (
    <>{t('list.freeform')}</>
  );
}
