import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router-dom';
import { taskRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { creditsText } from '../../words/credits';
import { visibleText } from '../../words/visibleText';
import { StatusWord } from '../status/StatusWord';
import { Age } from '../text/Age';
import { PullRequestLinks } from './PullRequestLinks';
import { TaskReason } from './TaskReason';

const quiet = {
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
};

/** One task: where it stands, what it is, who asked, and what came of it so far. */
export function TaskRow({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const taskRoute = useRouteRef(taskRouteRef);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: '136px minmax(0, 1fr) 120px 144px',
        },
        columnGap: 2,
        rowGap: 0.5,
        alignItems: 'center',
        px: 2,
        py: 1.5,
        '& + &': { borderTop: '1px solid var(--bui-border-1)' },
      }}
    >
      <Box>
        <StatusWord status={task.status} />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <MuiLink
          component={Link}
          to={taskRoute?.({ id: task.id }) ?? ''}
          sx={{ fontWeight: 600, color: 'var(--bui-fg-primary)' }}
        >
          <bdi>{visibleText(task.title)}</bdi>
        </MuiLink>
        <Box sx={quiet}>
          <TaskReason task={task} />
          {task.template ? (
            <EntityDisplayName
              entityRef={task.template.ref}
              hideIcon
              disableTooltip
            />
          ) : (
            t('entity.ownPrompt')
          )}
          {' · '}
          {t('entity.askedBy', { who: <Requester task={task} /> })}
          {' · '}
          <Age at={task.createdAt} />
        </Box>
      </Box>
      <Box sx={quiet}>
        <PullRequestLinks task={task} />
      </Box>
      <Box sx={{ ...quiet, textAlign: { md: 'end' } }}>
        <Cost cost={task.cost} />
      </Box>
    </Box>
  );
}

function Requester({ task }: { task: TaskListItem }) {
  const { ref, type } = task.requester;
  return type === 'user' ? (
    <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
  ) : (
    <bdi>{visibleText(ref.replace(/^service:/, ''))}</bdi>
  );
}

function Cost({ cost }: { cost: TaskListItem['cost'] }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (cost.actual !== null) {
    return <>{t('entity.credits', { credits: creditsText(cost.actual) })}</>;
  }
  if (cost.estimated === null) return null;
  const credits = creditsText(cost.estimated);
  return <>{t('entity.aboutCredits', { credits })}</>;
}
