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

/** Nothing waits: the best that can be said here. Where else something may is one press away. */
export function EmptyInbox(props: {
  view: InboxView;
  onView: (view: InboxView) => void;
}) {
  const { view, onView } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const tasks = useRouteRef(tasksRouteRef);
  const catalog = useRouteRef(catalogRouteRef);
  const other = view === 'team' ? 'mine' : 'team';
  return (
    <EmptyFace
      Icon={RiInboxLine}
      title={t(`inbox.empty_${view}`)}
      hint={t(`inbox.emptyHint_${view}`)}
      action={
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            justifyContent: 'center',
            gap: 1,
          }}
        >
          <Button variant="contained" onClick={() => onView(other)}>
            {t(`inbox.toView_${other}`)}
          </Button>
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

const MINUTE_MS = 60_000;

/** The rows are kept, and nobody takes them for fresh. */
export function StaleNote({ read }: { read: InboxRead }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const ago = read.readAt - useNow();
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
      {ago > -MINUTE_MS
        ? t('inbox.staleNow')
        : t('face.stale', { age: relativeTime(ago) })}
    </Alert>
  );
}
