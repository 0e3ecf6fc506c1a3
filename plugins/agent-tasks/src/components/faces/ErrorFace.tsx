import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../translations';

/** What went wrong, its code, and what to do next. Texts are the backend's fixed sentences. */
export function ErrorFace(props: {
  error: Error;
  onRetry?: () => void;
  /** Instead of the general one. */
  title?: string;
}) {
  const { error, onRetry, title } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const answer = error instanceof AgentTasksResponseError ? error : undefined;
  const isDenied = answer?.statusCode === 403;
  const general = answer
    ? t(isDenied ? 'face.denied' : 'face.failed')
    : t('face.unreachable');
  const hint =
    answer?.remediation ??
    t(isDenied ? 'face.deniedHint' : 'face.unreachableHint');
  return (
    <Alert
      severity={isDenied ? 'warning' : 'error'}
      action={
        onRetry && (
          <Button color="inherit" onClick={onRetry}>
            {t('face.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>{title ?? general}</AlertTitle>
      {answer && <Typography variant="body2">{answer.message}</Typography>}
      {(answer === undefined || answer.remediation || isDenied) && (
        <Typography variant="body2">{hint}</Typography>
      )}
      {answer?.code && (
        <Typography variant="caption">
          {t('face.code', { code: answer.code })}
        </Typography>
      )}
    </Alert>
  );
}
