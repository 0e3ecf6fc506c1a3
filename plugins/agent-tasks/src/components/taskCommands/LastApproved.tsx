import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { ReactNode, useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useLastApproved } from '../../hooks/commands/useLastApproved';
import { taskRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { Age } from '../text/Age';
import { PromptDifference } from './PromptDifference';

/** What differs from what somebody said yes to the last time. */
export function LastApproved(props: {
  task: TaskListItem;
  /** null: the reader may not see it. */
  prompt: string | null;
}) {
  const { task, prompt } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data: last, error, refetch } = useLastApproved(task);
  if (task.template === null) {
    return <Part>{t('task.approve.lastOwnPrompt')}</Part>;
  }
  if (last === undefined) {
    return (
      <Part>
        {error ? (
          <ErrorFace
            title={t('task.approve.lastFailed')}
            error={error}
            onRetry={refetch}
          />
        ) : (
          <LoadingRows rows={1} height={24} />
        )}
      </Part>
    );
  }
  if (last === null) return <Part>{t('task.approve.lastNone')}</Part>;
  return (
    <Part>
      <Earlier task={last} />
      <Box sx={{ mt: 1 }}>
        {prompt === null || last.prompt === null ? (
          t('task.approve.lastHidden')
        ) : (
          <PromptDifference before={last.prompt} after={prompt} />
        )}
      </Box>
    </Part>
  );
}

function Part(props: { children: ReactNode }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Typography
        id={titleId}
        component="h3"
        sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600, mb: 0.5 }}
      >
        {t('task.approve.last')}
      </Typography>
      <Typography variant="body2" component="div">
        {props.children}
      </Typography>
    </section>
  );
}

function Earlier({ task }: { task: TaskListItem }) {
  const taskPage = useRouteRef(taskRouteRef);
  const title = <bdi>{visibleText(task.title)}</bdi>;
  return (
    <>
      {taskPage ? (
        <Link
          component={RouterLink}
          to={taskPage({ id: task.id })}
          // What is being decided stays open.
          target="_blank"
        >
          {title}
        </Link>
      ) : (
        title
      )}
      , <Age at={task.createdAt} isExact />
    </>
  );
}
