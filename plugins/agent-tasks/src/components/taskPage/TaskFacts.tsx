import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { agentTasksTranslationRef } from '../../translations';
import { FactList } from '../text/FactList';
import { usePeopleFacts } from './facts/usePeopleFacts';
import { useRulesFacts } from './facts/useRulesFacts';
import { useWorkFacts } from './facts/useWorkFacts';
import { FlagList } from './facts/FlagList';

/** What is known of a task: where, who, by which rules, at what cost. */
export function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const titleId = useId();
  // It is told with the account.
  const marks = task.flags.filter(flag => flag !== 'shared_identity');
  const facts = [
    ...useWorkFacts(task),
    ...usePeopleFacts(task),
    ...useRulesFacts(task),
  ];
  return (
    <Paper component="section" aria-labelledby={titleId} sx={{ p: 2 }}>
      <Typography
        id={titleId}
        component="h2"
        sx={{ fontSize: 'var(--bui-font-size-4)', fontWeight: 600, mb: 1.5 }}
      >
        {t('task.fact.title')}
      </Typography>
      <FactList facts={facts} />
      {marks.length > 0 && <FlagList flags={marks} />}
    </Paper>
  );
}
