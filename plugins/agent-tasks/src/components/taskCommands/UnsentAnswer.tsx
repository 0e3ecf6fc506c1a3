import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../translations';

/** Words that were typed for an agent that no longer asks. */
export function UnsentAnswer(props: { draft: string; onDiscard: () => void }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Alert
      severity="info"
      action={
        <Button color="inherit" onClick={props.onDiscard}>
          {t('task.answer.discard')}
        </Button>
      }
    >
      {t('task.answer.over')}
      <Typography
        variant="body2"
        dir="auto"
        sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {props.draft}
      </Typography>
    </Alert>
  );
}
