import type { Attention } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../translations';
import { attentionLooks } from '../../words/taskWords';
import { Word } from './Word';

/** Why a task needs a person. */
export function AttentionWord({ attention }: { attention: Attention }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Word {...attentionLooks[attention]}>{t(`attention.${attention}`)}</Word>
  );
}
