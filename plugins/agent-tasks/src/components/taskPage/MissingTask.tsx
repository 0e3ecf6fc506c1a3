import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RiFileUnknowLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { tasksRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { EmptyFace } from '../faces/EmptyFace';
import { ErrorFace } from '../faces/ErrorFace';
import { PageRoom } from './PageRoom';

const OUT_OF_SIGHT = [403, 404, 410];

/** Whether an answer means that the person may no longer see the task, or never could. */
export function isOutOfSight(error: Error): boolean {
  return (
    error instanceof AgentTasksResponseError &&
    OUT_OF_SIGHT.includes(error.statusCode)
  );
}

/** No such task, as far as this person may know. */
export function MissingTask(props: { error: Error; wasThere: boolean }) {
  const { error, wasThere } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const tasks = useRouteRef(tasksRouteRef);
  const isDenied =
    error instanceof AgentTasksResponseError && error.statusCode === 403;
  const toList = tasks && (
    <Button component={Link} to={tasks()} variant="outlined">
      {t('task.page.toList')}
    </Button>
  );
  return (
    <PageRoom>
      {isDenied ? (
        <>
          <ErrorFace error={error} />
          <Box sx={{ mt: 2 }}>{toList}</Box>
        </>
      ) : (
        <EmptyFace
          Icon={RiFileUnknowLine}
          title={t(wasThere ? 'task.page.gone' : 'task.page.missing')}
          hint={t('task.page.missingHint')}
          action={toList}
        />
      )}
    </PageRoom>
  );
}
