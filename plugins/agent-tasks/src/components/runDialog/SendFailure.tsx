import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../translations';
import { DuplicateNotice } from './DuplicateNotice';
import { problemOf } from './outlook';
import { Problems } from './Problems';

/** The request was sent and not taken, or nobody knows: what now. */
export function SendFailure(props: {
  error: Error;
  template: Template;
  onInsist: () => void;
}) {
  const { error, template, onInsist } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (!(error instanceof AgentTasksResponseError)) {
    return (
      <Alert severity="error">
        <AlertTitle>{t('run.unanswered')}</AlertTitle>
        <Typography variant="body2">{t('run.unansweredHint')}</Typography>
      </Alert>
    );
  }
  if (error.code === 'DUPLICATE_TASK_SUSPECTED') {
    const { taskId } = error.details;
    return (
      <DuplicateNotice
        taskId={typeof taskId === 'string' ? taskId : undefined}
        onInsist={onInsist}
      />
    );
  }
  return (
    <Problems
      title={t('run.failed')}
      problems={[problemOf(error)]}
      parameters={template.parameters}
    />
  );
}
