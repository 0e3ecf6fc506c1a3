import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiAlarmWarningLine } from '@remixicon/react';
import { tones } from '../../theme/tones';
import { agentTasksTranslationRef } from '../../translations';
import { shortDuration } from '../../words/ages';
import { useNow } from '../text/Age';

/** How long it has waited, and how long it still may. Late is said in words. */
export function RowTime({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const now = useNow();
  const { attentionSince, snoozedUntil } = task;
  const asleep = snoozedUntil !== null && Date.parse(snoozedUntil) > now;
  if (asleep) {
    const time = new Date(snoozedUntil).toLocaleString(undefined, {
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    return <span>{t('inbox.snoozedUntil', { time })}</span>;
  }
  return (
    <>
      <TimeLeft task={task} />
      {attentionSince && (
        <Box component="span" sx={{ color: 'var(--bui-fg-secondary)' }}>
          {t('inbox.waits', {
            time: shortDuration(now - Date.parse(attentionSince)),
          })}
        </Box>
      )}
    </>
  );
}

/** Against its limit. */
export function TimeLeft({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const now = useNow();
  if (task.attentionDueAt === null) return <span>{t('inbox.noLimit')}</span>;
  const left = Date.parse(task.attentionDueAt) - now;
  const exact = new Date(task.attentionDueAt).toLocaleString();
  return left >= 0 ? (
    <time dateTime={task.attentionDueAt} title={exact}>
      {t('inbox.timeLeft', { time: shortDuration(left) })}
    </time>
  ) : (
    <Box
      component="time"
      dateTime={task.attentionDueAt}
      title={exact}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontWeight: 600,
        color: tones.bad.text,
      }}
    >
      <RiAlarmWarningLine size={14} aria-hidden />
      {t('inbox.overdue', { time: shortDuration(-left) })}
    </Box>
  );
}
