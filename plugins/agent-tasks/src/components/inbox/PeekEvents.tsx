import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../translations';
import { inboxMessages } from '../../translations/inbox';
import { Age } from '../text/Age';
import { usePrincipalName } from '../text/PrincipalName';
import { isIn } from './rowWords';

const lineStyle = {
  display: 'flex',
  justifyContent: 'space-between',
  gap: 2,
  py: 0.5,
  fontSize: 'var(--bui-font-size-3)',
  '& > :last-child': { whiteSpace: 'nowrap' },
} as const;

const MOST = 5;

/** The newest lines of the record that a person who decides wants to see. */
export function PeekEvents({ events }: { events: readonly TaskEvent[] }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const told = events.filter(isTold).slice(0, MOST);
  if (told.length === 0) {
    return <Typography variant="body2">{t('inbox.noEvents')}</Typography>;
  }
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {told.map(event => (
        <Box component="li" key={event.seq} sx={lineStyle}>
          <EventWords event={event} />
          <Box component="span" sx={{ color: 'var(--bui-fg-secondary)' }}>
            <Age at={event.at} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** The machine's own bookkeeping is for the task's page. */
function isTold({ type, to }: TaskEvent): boolean {
  return type === 'observed'
    ? isIn(inboxMessages.observed, to)
    : isIn(inboxMessages.event, type);
}

/** Who did what. */
export function EventWords({ event }: { event: TaskEvent }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const name = usePrincipalName(event.actor.ref);
  const { type, to } = event;
  if (type === 'observed' && isIn(inboxMessages.observed, to)) {
    return <span>{t(`inbox.observed.${to}`)}</span>;
  }
  if (!isIn(inboxMessages.event, type)) return null;
  const who = name || t('common.agentTasks');
  return <span>{t(`inbox.event.${type}`, { name: who })}</span>;
}
