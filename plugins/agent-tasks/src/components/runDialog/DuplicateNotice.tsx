import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useTask } from '../../hooks/tasks/useTask';
import { taskRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { StatusWord } from '../status/StatusWord';

/** Somebody asked for the same and it is not over: there it is, or do it nevertheless. */
export function DuplicateNotice(props: {
  /** Of the task that is meant; undefined where the answer does not name it. */
  taskId: string | undefined;
  onInsist: () => void;
}) {
  const { taskId, onInsist } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Alert severity="info">
      <AlertTitle>{t('run.duplicate')}</AlertTitle>
      <Typography variant="body2">{t('run.duplicateHint')}</Typography>
      {taskId && <TaskLink id={taskId} />}
      <Button variant="outlined" onClick={onInsist} sx={{ mt: 1 }}>
        {t('run.duplicateAnyway')}
      </Button>
    </Alert>
  );
}

/** Where it may not be read, the link leads to the page that says so. */
function TaskLink({ id }: { id: string }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const page = useRouteRef(taskRouteRef)?.({ id });
  const { data } = useTask(id);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        mt: 0.5,
      }}
    >
      {data && <StatusWord status={data.status} />}
      <MuiLink
        component={Link}
        to={page ?? ''}
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        <bdi>{data ? visibleText(data.title) : t('run.duplicateOpen')}</bdi>
      </MuiLink>
    </Box>
  );
}
