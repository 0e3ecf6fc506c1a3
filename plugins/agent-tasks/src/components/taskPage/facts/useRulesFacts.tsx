import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import { agentTasksTranslationRef } from '../../../translations';
import { visibleText } from '../../../words/visibleText';
import { useCostWords } from '../../text/Cost';
import { Fact } from './fact';

/** Under which rules it runs, as whom, on what model, at what cost, and what came of it. */
export function useRulesFacts(task: Task): Fact[] {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { template, policy, identity, model, cost } = task;
  const costWords = useCostWords();
  const words = (amount: number | null) => costWords(cost.unit, amount);
  return [
    {
      name: t('task.fact.template'),
      value: template ? (
        <>
          <EntityRefLink entityRef={template.ref} /> v{template.version}
        </>
      ) : (
        t('task.fact.ownPrompt')
      ),
    },
    {
      name: t('task.fact.policy'),
      value: t('task.fact.policyIs', {
        id: policy.id,
        version: String(policy.version),
      }),
    },
    {
      name: t('task.fact.identity'),
      value: (
        <>
          {identity.login
            ? `${visibleText(identity.login)} (${identity.id})`
            : identity.id}
          {task.flags.includes('shared_identity') && (
            <Box sx={{ color: 'var(--bui-fg-secondary)' }}>
              {t('task.flag.shared_identity')}
            </Box>
          )}
        </>
      ),
    },
    {
      name: t('task.fact.model'),
      value:
        model.used && model.used !== model.requested
          ? t('task.fact.modelIs', {
              used: visibleText(model.used),
              requested: model.requested,
            })
          : model.requested,
    },
    {
      name: t('task.fact.cost'),
      value:
        cost.actual === null
          ? t('task.fact.estimated', { estimated: words(cost.estimated) })
          : t('task.fact.costBoth', {
              actual: words(cost.actual),
              estimated: words(cost.estimated),
            }),
    },
    { name: t('task.fact.outcome'), value: t(`outcome.${task.outcome}`) },
    {
      name: t('task.fact.state'),
      value: visibleText(
        [task.phase, task.providerState].filter(Boolean).join(' · '),
      ),
    },
  ];
}
