import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useTaskList } from '../../hooks/tasks/useTaskList';
import { taskRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { StatusWord } from '../status/StatusWord';
import { Age } from '../text/Age';
import { ReviewLoad } from './ReviewLoad';

const SHOWN = 5;

/** The newest tasks of a service, in a line each. */
export function LastTasks(props: { entityRef: string }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data, error, refetch } = useTaskList({
    entityRef: [props.entityRef],
    order: 'createdAt',
    direction: 'desc',
  });
  if (error && !data) {
    return (
      <ErrorFace
        title={t('entity.tasksFailed')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data) return <LoadingRows rows={3} height={32} />;
  const { items } = data.pages[0];
  return (
    <>
      <ReviewLoad tasks={items} />
      {items.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'var(--bui-fg-secondary)' }}>
          {t('entity.cardEmpty')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {items.slice(0, SHOWN).map(task => (
            <Line key={task.id} task={task} />
          ))}
        </Box>
      )}
    </>
  );
}

function Line({ task }: { task: TaskListItem }) {
  const taskRoute = useRouteRef(taskRouteRef);
  const title = visibleText(task.title);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr) auto',
          sm: '128px minmax(0, 1fr) auto',
        },
        alignItems: 'center',
        gap: 1,
        py: 0.75,
        fontSize: 'var(--bui-font-size-3)',
        '& + &': { borderTop: '1px solid var(--bui-border-1)' },
      }}
    >
      <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        <StatusWord status={task.status} />
      </Box>
      <MuiLink
        component={Link}
        to={taskRoute?.({ id: task.id }) ?? ''}
        title={title}
        sx={{
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          color: 'var(--bui-fg-primary)',
        }}
      >
        <bdi>{title}</bdi>
      </MuiLink>
      <Box
        sx={{
          fontSize: 'var(--bui-font-size-2)',
          color: 'var(--bui-fg-secondary)',
        }}
      >
        <Age at={task.createdAt} />
      </Box>
    </Box>
  );
}
