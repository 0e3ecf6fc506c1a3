import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { agentTasksTranslationRef } from '../../translations';
import { Age, useNow } from '../text/Age';

const MINUTE_MS = 60_000;

/** Says that the form was filled from what was typed before, and takes it back. */
export function RestoredDraft(props: {
  /** ISO 8601. */
  at: string;
  onStartOver: () => void;
}) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const isFresh = useNow() - Date.parse(props.at) < MINUTE_MS;
  return (
    <Alert
      severity="info"
      action={
        <Button color="inherit" onClick={props.onStartOver}>
          {t('run.startOver')}
        </Button>
      }
    >
      {isFresh
        ? t('run.restoredNow')
        : t('run.restored', { age: <Age at={props.at} /> })}
    </Alert>
  );
}
