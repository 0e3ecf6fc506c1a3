import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { taskRouteRef } from '../../routes';
import { visibleText } from '../../words/visibleText';
import { AttentionWord } from '../status/AttentionWord';
import { Age } from '../text/Age';

/** One task, why it waits and since when. */
export function WaitingTask({ task }: { task: TaskListItem }) {
  const route = useRouteRef(taskRouteRef);
  const title = visibleText(task.title);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        py: 1,
        borderTop: '1px solid var(--bui-border-1)',
        fontSize: 'var(--bui-font-size-2)',
      }}
    >
      <Link
        component={RouterLink}
        to={route?.({ id: task.id }) ?? ''}
        color="inherit"
        dir="auto"
        title={title}
        sx={{
          flex: '1 1 160px',
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          lineHeight: '24px',
          fontWeight: 600,
        }}
      >
        {title}
      </Link>
      {task.attention && <AttentionWord attention={task.attention} />}
      {task.attentionSince && (
        <Box component="span" sx={{ color: 'var(--bui-fg-secondary)' }}>
          <Age at={task.attentionSince} />
        </Box>
      )}
    </Box>
  );
}
