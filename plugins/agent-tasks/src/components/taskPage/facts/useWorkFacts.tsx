import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { taskRouteRef } from '../../../routes';
import { agentTasksTranslationRef } from '../../../translations';
import { visibleText } from '../../../words/visibleText';
import { ProviderLink } from '../../text/ProviderLink';
import { Fact } from './fact';

/** What the work is done on, and where it can be looked at. */
export function useWorkFacts(task: Task): Fact[] {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const taskPage = useRouteRef(taskRouteRef);
  const { repository, entityRef, parentTaskId, provider } = task;
  const none = t('task.page.none');
  return [
    {
      name: t('task.fact.service'),
      value: entityRef ? <EntityRefLink entityRef={entityRef} /> : none,
    },
    {
      name: t('task.fact.repository'),
      value: (
        <ProviderLink url={repository.url} host={repository.host}>
          {visibleText(repository.slug)}
        </ProviderLink>
      ),
    },
    { name: t('task.fact.base'), value: visibleText(task.baseRef) },
    ...(provider.url
      ? [
          {
            name: t('task.fact.provider'),
            value: (
              <ProviderLink url={provider.url} host={repository.host}>
                {t('task.fact.session')}
              </ProviderLink>
            ),
          },
        ]
      : []),
    ...(parentTaskId && taskPage
      ? [
          {
            name: t('task.fact.parent'),
            value: (
              <Link component={RouterLink} to={taskPage({ id: parentTaskId })}>
                {t('task.fact.parentLink')}
              </Link>
            ),
          },
        ]
      : []),
  ];
}
