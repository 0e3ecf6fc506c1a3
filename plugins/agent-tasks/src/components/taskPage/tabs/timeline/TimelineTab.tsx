import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RiHistoryLine } from '@remixicon/react';
import { useTaskEvents } from '../../../../hooks/tasks/useTaskEvents';
import { agentTasksTranslationRef } from '../../../../translations';
import { EmptyFace } from '../../../faces/EmptyFace';
import { ErrorFace } from '../../../faces/ErrorFace';
import { LoadingRows } from '../../../faces/LoadingRows';
import { storyOf } from '../../words/storyOf';
import { TimelineRow } from './TimelineRow';
import { WaitingRun } from './WaitingRun';

/** What happened to a task, as a story. */
export function TimelineTab({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } =
    useTaskEvents(task.id, task.revision);
  const retry = () => {
    refetch();
  };
  if (!data) {
    return error ? (
      <ErrorFace error={error} onRetry={retry} />
    ) : (
      <LoadingRows />
    );
  }
  const events = data.pages.flatMap(({ items }) => items);
  if (events.length === 0) {
    return <EmptyFace Icon={RiHistoryLine} title={t('task.timeline.empty')} />;
  }
  return (
    <>
      {error && <ErrorFace error={error} onRetry={retry} />}
      <Box
        component="ol"
        aria-label={t('task.timeline.label')}
        sx={{ m: 0, p: 0, listStyle: 'none' }}
      >
        {storyOf(events).map(part =>
          part.kind === 'event' ? (
            <TimelineRow key={part.event.seq} event={part.event} />
          ) : (
            <WaitingRun key={part.events[0].seq} events={part.events} />
          ),
        )}
      </Box>
      {hasNextPage && (
        <Button
          variant="outlined"
          disabled={isFetching}
          onClick={() => fetchNextPage()}
        >
          {t('task.timeline.more')}
        </Button>
      )}
    </>
  );
}
