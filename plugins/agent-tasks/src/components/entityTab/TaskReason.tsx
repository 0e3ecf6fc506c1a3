import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { agentTasksTranslationRef } from '../../translations';
import {
  attentionReasonMessages,
  failureMessages,
} from '../../translations/status';

/** Why a task stands where it stands, where there is something to say. */
export function TaskReason({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const words = reasonOf(task, t);
  return words ? (
    <Box component="span" sx={{ color: 'var(--bui-fg-primary)' }}>
      {words}
      {' · '}
    </Box>
  ) : null;
}

type Translate = ReturnType<
  typeof useTranslationRef<(typeof agentTasksTranslationRef)['T']>
>['t'];

function reasonOf(task: TaskListItem, t: Translate): string | undefined {
  const { held, attention, attentionReason, failure } = task;
  if (held) {
    return t('entity.waits', { reason: t(`held.${held.reason}`) });
  }
  if (attention && isKeyOf(attentionReasonMessages, attentionReason)) {
    return t(`attentionReason.${attentionReason}`);
  }
  if (isKeyOf(failureMessages, failure?.class)) {
    return t(`failure.${failure!.class}`);
  }
  return undefined;
}

function isKeyOf<T extends object>(
  messages: T,
  key: string | null | undefined,
): key is keyof T & string {
  return typeof key === 'string' && Object.hasOwn(messages, key);
}
