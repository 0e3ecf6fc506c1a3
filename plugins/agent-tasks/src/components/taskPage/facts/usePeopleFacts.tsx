import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { agentTasksTranslationRef } from '../../../translations';
import { visibleText } from '../../../words/visibleText';
import { Fact } from './fact';
import { RefList } from './RefList';

/** Who owns it, who asked and through what, whom it waits for. */
export function usePeopleFacts(task: Task): Fact[] {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { requester, via, ownerRefs, routedTo, assignee } = task;
  const viaWords = t(`task.fact.via_${via.kind}`);
  return [
    {
      name: t('task.fact.owner'),
      value:
        ownerRefs.length > 0 ? (
          <RefList refs={ownerRefs} />
        ) : (
          t('task.fact.noOwner')
        ),
    },
    ...(routedTo.length > 0
      ? [{ name: t('task.fact.routedTo'), value: <RefList refs={routedTo} /> }]
      : []),
    ...(assignee
      ? [
          {
            name: t('task.fact.assignee'),
            value: <RefList refs={[assignee]} />,
          },
        ]
      : []),
    {
      name: t('task.fact.requester'),
      value: (
        <>
          {requester.type === 'user' ? (
            <EntityRefLink entityRef={requester.ref} />
          ) : (
            visibleText(requester.ref)
          )}
          , {viaWords}
          {via.ref && ` (${visibleText(via.ref)})`}
        </>
      ),
    },
  ];
}
