import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import Box from '@mui/material/Box';
import { memo, ReactNode } from 'react';
import { visibleText } from '../../../words/visibleText';
import { StatusWord } from '../../status/StatusWord';
import { Age } from '../../text/Age';
import { columns, oneLine, onlyWide, onlyWidest } from './columns';
import { Credits } from './Credits';
import { EntityLink } from './EntityLink';
import { PrincipalCell } from './PrincipalCell';
import { PullRequestCell } from './PullRequestCell';
import { TaskTitle } from './TaskTitle';
import { TemplateCell } from './TemplateCell';

/** One task in columns. */
export const TaskCells = memo((props: { task: TaskListItem }) => {
  const { task } = props;
  return (
    <Box
      sx={{
        ...columns,
        minHeight: 56,
        py: 1,
        fontSize: 'var(--bui-font-size-2)',
      }}
    >
      <Cell>
        <StatusWord status={task.status} />
      </Cell>
      <Cell>
        <TaskTitle task={task} />
      </Cell>
      <Cell look={oneLine}>
        {task.entityRef ? (
          <EntityLink entityRef={task.entityRef} />
        ) : (
          <bdi>{visibleText(task.repository.slug)}</bdi>
        )}
      </Cell>
      <Cell look={{ ...oneLine, ...onlyWide }}>
        <PrincipalCell principalRef={task.requester.ref} />
      </Cell>
      <Cell look={oneLine}>
        <PrincipalCell principalRef={task.assignee ?? task.ownerRefs[0]} />
      </Cell>
      <Cell look={{ ...oneLine, ...onlyWidest }}>
        <TemplateCell template={task.template} />
      </Cell>
      <Cell look={oneLine}>
        <Age at={task.updatedAt} />
      </Cell>
      <Cell look={oneLine}>
        <PullRequestCell task={task} />
      </Cell>
      <Cell look={{ ...oneLine, ...onlyWide, textAlign: 'right' }}>
        <Credits cost={task.cost} />
      </Cell>
    </Box>
  );
});

function Cell(props: { children: ReactNode; look?: object }) {
  return (
    <Box role="cell" sx={{ minWidth: 0, ...props.look }}>
      {props.children}
    </Box>
  );
}
