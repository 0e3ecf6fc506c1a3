import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { taskRouteRef } from '../../routes';
import { visibleText } from '../../words/visibleText';
import { AttentionWord } from '../status/AttentionWord';
import { Age } from '../text/Age';
import { usePrincipalName } from '../text/PrincipalName';

/** Lines as high as those of the widgets beside this one, in pixels. */
const LINE = 20;
const PADDING = 6;
/** As high as a row is at least. */
export const WAITING_TASK_PIXELS = 2 * LINE + 2 * PADDING + 1;
const MOST_PIXELS = 72;

const oneLine = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;

/** One task, where, since when and why it waits. */
export function WaitingTask({ task }: { task: TaskListItem }) {
  const route = useRouteRef(taskRouteRef);
  const title = visibleText(task.title);
  const service = usePrincipalName(task.entityRef);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        flex: '1 0 auto',
        maxHeight: MOST_PIXELS,
        py: `${PADDING}px`,
        borderTop: '1px solid var(--bui-border-1)',
        fontSize: 'var(--bui-font-size-3)',
        lineHeight: `${LINE}px`,
      }}
    >
      <Box sx={{ flex: '1 1 0', minWidth: 0 }}>
        <Link
          component={RouterLink}
          to={route?.({ id: task.id }) ?? ''}
          color="inherit"
          dir="auto"
          title={title}
          sx={{ ...oneLine, display: 'block', textAlign: 'left' }}
        >
          {title}
        </Link>
        <Box sx={{ ...oneLine, color: 'var(--bui-fg-secondary)' }}>
          <bdi>{service || visibleText(task.repository.slug)}</bdi>
          {task.attentionSince && (
            <>
              {' · '}
              <Age at={task.attentionSince} />
            </>
          )}
        </Box>
      </Box>
      {task.attention && <AttentionWord attention={task.attention} />}
    </Box>
  );
}
