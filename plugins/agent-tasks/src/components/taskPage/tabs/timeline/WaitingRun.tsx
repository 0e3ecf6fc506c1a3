import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiHourglassLine } from '@remixicon/react';
import { agentTasksTranslationRef } from '../../../../translations';
import { Age } from '../../../text/Age';
import { timelineWords } from '../../words/timelineWords';
import { TimelineRow } from './TimelineRow';

/** A task that waited for this and that, in one line that opens. */
export function WaitingRun(props: { events: TaskEvent[] }) {
  const { events } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const reasons = events
    .map(event => timelineWords(event).held)
    .filter(held => held !== null);
  const whys = [...new Set(reasons)].map(held => t(`held.${held}`));
  return (
    <Box
      component="li"
      sx={{
        py: 1,
        fontSize: 'var(--bui-font-size-3)',
        '& + &, li + &, & + li': { borderTop: '1px solid var(--bui-border-1)' },
      }}
    >
      <details>
        <Box
          component="summary"
          sx={{
            display: 'grid',
            gridTemplateColumns: '24px minmax(0, 1fr) auto',
            columnGap: 1,
            cursor: 'pointer',
            minHeight: 24,
          }}
        >
          <RiHourglassLine size={16} aria-hidden style={{ marginTop: 3 }} />
          <span>
            {t('task.timeline.waited', { whys: whys.join('; ') })}{' '}
            <Box component="span" sx={{ color: 'var(--bui-fg-secondary)' }}>
              {t('task.timeline.times', { times: String(events.length) })}
            </Box>
          </span>
          <Box
            component="span"
            sx={{
              fontSize: 'var(--bui-font-size-2)',
              color: 'var(--bui-fg-secondary)',
              pt: 0.25,
            }}
          >
            <Age at={events[0].at} isExact />
          </Box>
        </Box>
        <Box component="ol" sx={{ m: 0, pl: 3, listStyle: 'none' }}>
          {events.map(event => (
            <TimelineRow key={event.seq} event={event} />
          ))}
        </Box>
      </details>
    </Box>
  );
}
