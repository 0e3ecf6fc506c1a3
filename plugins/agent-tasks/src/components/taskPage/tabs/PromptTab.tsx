import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../../translations';
import { visibleText } from '../../../words/visibleText';
import { FactList } from '../../text/FactList';
import { PromptText } from '../../text/PromptText';
import { SectionTitle } from './SectionTitle';

/** What was asked: the parameters as they were given, and the prompt that came of them. */
export function PromptTab({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { parameters, prompt } = task;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
      <section>
        <SectionTitle>{t('task.prompt.parameters')}</SectionTitle>
        {parameters === null ? (
          <Typography variant="body2">
            {t('task.prompt.noParameters')}
          </Typography>
        ) : (
          <Parameters parameters={parameters} />
        )}
      </section>
      <PromptText
        label={t('task.prompt.label')}
        prompt={prompt}
        missing={t('task.prompt.missing')}
      />
    </Box>
  );
}

function Parameters(props: { parameters: Record<string, unknown> }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const facts = Object.entries(props.parameters).map(([name, value]) => ({
    name: visibleText(name),
    value: (
      <Box component="span" dir="auto" sx={{ whiteSpace: 'pre-wrap' }}>
        {visibleText(
          typeof value === 'string' ? value : JSON.stringify(value, null, 2),
        )}
      </Box>
    ),
  }));
  return facts.length > 0 ? (
    <FactList facts={facts} />
  ) : (
    <Typography variant="body2">{t('task.prompt.emptyParameters')}</Typography>
  );
}
