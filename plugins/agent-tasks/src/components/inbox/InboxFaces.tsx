import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RiFilterOffLine, RiInboxLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { InboxRead } from '../../hooks/inbox/useInboxRead';
import { InboxView } from '../../hooks/inbox/useInboxView';
import { catalogRouteRef, tasksRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { relativeTime } from '../../words/ages';
import { EmptyFace } from '../faces/EmptyFace';
import { useNow } from '../text/Age';

/** Nothing waits: the best that can be said here. */
export function EmptyInbox({ view }: { view: InboxView }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const tasks = useRouteRef(tasksRouteRef);
  const catalog = useRouteRef(catalogRouteRef);
  return (
    <EmptyFace
      Icon={RiInboxLine}
      title={t('inbox.emptyTitle')}
      hint={t(view === 'mine' ? 'inbox.emptyMine' : 'inbox.emptyHint')}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {tasks && (
            <Button variant="outlined" component={Link} to={tasks()}>
              {t('inbox.toTasks')}
            </Button>
          )}
          {catalog && (
            <Button variant="outlined" component={Link} to={catalog()}>
              {t('inbox.toCatalog')}
            </Button>
          )}
        </Box>
      }
    />
  );
}

/** Something waits, and the filter hides it. */
export function NothingMatches(props: { text: string; onClear: () => void }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <EmptyFace
      Icon={RiFilterOffLine}
      title={t('inbox.filterNone', { text: props.text })}
      hint={t('inbox.filterNoneHint')}
      action={
        <Button variant="outlined" onClick={props.onClear}>
          {t('inbox.filterClear')}
        </Button>
      }
    />
  );
}

/** The rows are kept, and nobody takes them for fresh. */
export function StaleNote({ read }: { read: InboxRead }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const now = useNow();
  // Of one part that was never read nothing can be said but that it is missing.
  const age =
    read.readAt > 0 ? relativeTime(Math.min(0, read.readAt - now)) : '';
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" onClick={read.readAgain}>
          {t('face.retry')}
        </Button>
      }
    >
      {t('face.unreachable')}.{' '}
      {age ? t('face.stale', { age }) : t('inbox.partMissing')}
    </Alert>
  );
}
