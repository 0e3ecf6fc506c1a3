import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { taskRouteRef } from '../../../routes';
import { agentTasksTranslationRef } from '../../../translations';
import { attentionReasonMessages } from '../../../translations/status';
import { visibleText } from '../../../words/visibleText';
import { oneLine } from './columns';

/** The task's title, and below it why it waits or what the provider calls it. */
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
          ...oneLine,
          fontSize: 'var(--bui-font-size-3)',
          fontWeight: 600,
          lineHeight: '24px',
        }}
      >
        {title}
      </Link>
      {said && (
        <Box
          component="span"
          dir="auto"
          title={said}
          sx={{
            ...oneLine,
            fontSize: 'var(--bui-font-size-1)',
            color: 'var(--bui-fg-secondary)',
          }}
        >
          {said}
        </Box>
      )}
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
