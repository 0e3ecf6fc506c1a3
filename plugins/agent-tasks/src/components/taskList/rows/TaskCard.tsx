import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import Box from '@mui/material/Box';
import { memo } from 'react';
import { visibleText } from '../../../words/visibleText';
import { StatusWord } from '../../status/StatusWord';
import { Age } from '../../text/Age';
import { oneLine } from './columns';
import { EntityName } from './EntityName';
import { TaskTitle } from './TaskTitle';

/** One task where there is no room for columns. */
export const TaskCard = memo((props: { task: TaskListItem }) => {
  const { task } = props;
  return (
    <Box role="cell" sx={{ px: 2, py: 1 }}>
      <TaskTitle task={task} />
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          mt: 0.5,
          fontSize: 'var(--bui-font-size-2)',
          color: 'var(--bui-fg-secondary)',
        }}
      >
        <StatusWord status={task.status} />
        <Box component="span" sx={{ ...oneLine, flex: 1 }}>
          {task.entityRef ? (
            <EntityName entityRef={task.entityRef} />
          ) : (
            <bdi>{visibleText(task.repository.slug)}</bdi>
          )}
        </Box>
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          <Age at={task.updatedAt} />
        </Box>
      </Box>
    </Box>
  );
});
