import type { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useDuplicates } from '../../hooks/running/useDuplicates';
import { taskRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';

/** Somebody asked for the same and it is not over: there it is, or do it nevertheless. */
export function DuplicateNotice(props: {
  body: CreateTaskRequest;
  /** Of the one task that is meant, where the answer names it. */
  taskId?: string;
  onInsist: () => void;
}) {
  const { body, taskId, onInsist } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const taskRoute = useRouteRef(taskRouteRef);
  const { data } = useDuplicates(body, taskId);
  const unread = taskId ? [{ id: taskId, title: t('run.duplicateOpen') }] : [];
  const links = data ?? unread;
  return (
    <Alert severity="info">
      <AlertTitle>{t('run.duplicate')}</AlertTitle>
      <Typography variant="body2">{t('run.duplicateHint')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {links.map(({ id, title }) => (
          <li key={id}>
            <MuiLink
              component={Link}
              to={taskRoute?.({ id }) ?? ''}
              sx={{ overflowWrap: 'anywhere' }}
            >
              <bdi>{title}</bdi>
            </MuiLink>
          </li>
        ))}
      </Box>
      <Button variant="outlined" onClick={onInsist} sx={{ mt: 1 }}>
        {t('run.duplicateAnyway')}
      </Button>
    </Alert>
  );
}
