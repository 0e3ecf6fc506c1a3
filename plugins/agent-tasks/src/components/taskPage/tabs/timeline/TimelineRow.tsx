import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import {
  RemixiconComponentType,
  RiGithubLine,
  RiRobot2Line,
  RiSettings3Line,
  RiUserLine,
} from '@remixicon/react';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { Age } from '../../../text/Age';
import { timelineWords } from '../../words/timelineWords';
import { ActorName } from './ActorName';
import { EventReasons } from './EventReasons';

const icons: Record<TaskEvent['actor']['type'], RemixiconComponentType> = {
  user: RiUserLine,
  service: RiRobot2Line,
  system: RiSettings3Line,
  provider: RiGithubLine,
};

const quiet = {
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
} as const;

/** When, who, what, from where to where, and why. */
export function TimelineRow({ event }: { event: TaskEvent }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const words = timelineWords(event);
  const Icon = icons[event.actor.type];
  const step =
    words.step &&
    (words.step.from === null
      ? plain(words.step.to)
      : t('task.timeline.step', {
          from: plain(words.step.from),
          to: plain(words.step.to),
        }));
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '24px minmax(0, 1fr) auto',
        columnGap: 1,
        py: 1,
        fontSize: 'var(--bui-font-size-3)',
        '& + &, li + &': { borderTop: '1px solid var(--bui-border-1)' },
      }}
    >
      <Icon size={16} aria-hidden style={{ marginTop: 3 }} />
      <Box sx={{ overflowWrap: 'anywhere' }}>
        <ActorName actor={event.actor} />{' '}
        {words.key ? t(`task.event.${words.key}`) : visibleText(event.type)}
        <EventReasons words={words} />
        {step && (
          <Box component="div" sx={quiet}>
            {step}
          </Box>
        )}
      </Box>
      <Box sx={{ ...quiet, whiteSpace: 'nowrap', pt: 0.25 }}>
        <Age at={event.at} isExact />
      </Box>
    </Box>
  );
}

/** Codes and words of the provider, without their underscores. */
function plain(word: string): string {
  return visibleText(word).replace(/_/g, ' ');
}
