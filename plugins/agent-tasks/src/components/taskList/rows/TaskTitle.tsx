import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { taskRouteRef } from '../../../routes';
import { agentTasksTranslationRef } from '../../../translations';
import { attentionReasonMessages } from '../../../translations/status';
import { visibleText } from '../../../words/visibleText';
import { oneLine, twoLines, untilWidest } from './columns';
import { TemplateCell } from './TemplateCell';

/** The task's title, and below it what it was made from, why it waits, what the provider calls it. */
export function TaskTitle({ task }: { task: TaskListItem }) {
  const route = useRouteRef(taskRouteRef);
  const said = useSecondLine(task);
  const title = visibleText(task.title);
  return (
    <>
      <Link
        data-title
        component={RouterLink}
        to={route?.({ id: task.id }) ?? ''}
        color="inherit"
        dir="auto"
        title={title}
        sx={{
          ...twoLines,
          fontSize: 'var(--bui-font-size-3)',
          fontWeight: 600,
          // Never less than 24 pixels to hit.
          lineHeight: '20px',
          py: '2px',
        }}
      >
        {title}
      </Link>
      <Box
        component="span"
        sx={{
          ...oneLine,
          fontSize: 'var(--bui-font-size-2)',
          lineHeight: '18px',
          color: 'var(--bui-fg-secondary)',
        }}
      >
        {said && (
          <span dir="auto" title={said}>
            {said}
          </span>
        )}
        <Box component="span" sx={untilWidest}>
          {said && ' · '}
          <TemplateCell template={task.template} />
        </Box>
      </Box>
    </>
  );
}

function useSecondLine(task: TaskListItem): string {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { held, attention, attentionReason, failure, providerName } = task;
  const reason = isReason(attentionReason)
    ? t(`attentionReason.${attentionReason}`)
    : undefined;
  const why =
    (held && t('list.waitsFor', { reason: t(`held.${held.reason}`) })) ??
    (attention && reason) ??
    (failure && t(`failure.${failure.class}`));
  const name = providerName ? visibleText(providerName) : undefined;
  return [why, name].filter(Boolean).join(' · ');
}

function isReason(
  word: string | null,
): word is keyof typeof attentionReasonMessages {
  return word !== null && Object.hasOwn(attentionReasonMessages, word);
}
