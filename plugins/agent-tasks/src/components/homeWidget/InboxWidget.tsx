import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiCheckDoubleLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { useOldestWaiting, Waiting } from '../../hooks/home/useOldestWaiting';
import { inboxRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { EmptyFace } from '../faces/EmptyFace';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { OnCard } from '../frame/OnCard';
import { useRowsThatFit } from './useRowsThatFit';
import { WaitingTask, WAITING_TASK_PIXELS } from './WaitingTask';

/** However little room there is: the rest is scrolled to. */
const FEWEST = 3;

/**
 * Somebody opens the portal to see whether anything waits for them. The eye meets how many tasks do,
 * and those that have waited longest, each with its reason.
 */
export function InboxWidget() {
  return (
    <AgentTasksFrame>
      <OnCard>
        <WaitingTasks />
      </OnCard>
    </AgentTasksFrame>
  );
}

function WaitingTasks() {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { waiting, error, retry } = useOldestWaiting();
  if (waiting) {
    return waiting.count === 0 ? (
      <EmptyFace
        Icon={RiCheckDoubleLine}
        title={t('home.nothing')}
        hint={t('home.nothingHint')}
      />
    ) : (
      <Oldest waiting={waiting} />
    );
  }
  if (error) return <ErrorFace error={error} onRetry={retry} />;
  return <LoadingRows rows={3} />;
}

function Oldest({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const inbox = useRouteRef(inboxRouteRef)?.();
  const { frame, list, rows } = useRowsThatFit(WAITING_TASK_PIXELS);
  return (
    <Box
      ref={frame}
      sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 1,
        }}
      >
        <Typography sx={{ fontSize: 'var(--bui-font-size-3)' }}>
          {t('home.waiting', { count: waiting.count })}
        </Typography>
        {inbox && (
          <Button variant="outlined" component={Link} to={inbox}>
            {t('home.open')}
          </Button>
        )}
      </Box>
      <Box
        component="ul"
        ref={list}
        sx={{
          flex: 1,
          display: 'flex',
          flexDirection: 'column',
          listStyle: 'none',
          m: 0,
          p: 0,
          mt: 1,
        }}
      >
        {waiting.oldest.slice(0, Math.max(rows, FEWEST)).map(task => (
          <WaitingTask key={task.id} task={task} />
        ))}
      </Box>
    </Box>
  );
}
