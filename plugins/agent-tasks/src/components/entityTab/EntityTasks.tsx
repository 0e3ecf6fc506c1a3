import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useTaskList } from '../../hooks/tasks/useTaskList';
import { agentTasksTranslationRef } from '../../translations';
import { TaskRow } from './TaskRow';

/** The tasks of one service, newest first. */
export function EntityTasks(props: { tasks: ReturnType<typeof useTaskList> }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = props.tasks;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const items = data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      <Paper
        component="ul"
        aria-label={t('entity.tasks')}
        sx={{ m: 0, p: 0, listStyle: 'none' }}
      >
        {items.map(task => (
          <TaskRow key={task.id} task={task} />
        ))}
      </Paper>
      {hasNextPage && (
        <Box sx={{ display: 'flex', justifyContent: 'center' }}>
          <Button
            variant="outlined"
            aria-disabled={isFetchingNextPage}
            onClick={() => !isFetchingNextPage && fetchNextPage()}
          >
            {t(isFetchingNextPage ? 'entity.moreLoading' : 'entity.more')}
          </Button>
        </Box>
      )}
    </>
  );
}
