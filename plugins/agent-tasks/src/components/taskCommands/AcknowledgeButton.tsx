import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { RiCheckLine } from '@remixicon/react';
import { useGuardedUpdate } from '../../hooks/commands/useGuardedUpdate';
import { agentTasksTranslationRef } from '../../translations';
import { UpdateNotes } from './UpdateNotes';

/** Seen, and no more to be done about it: takes a failure out of every inbox. */
export function AcknowledgeButton(props: {
  task: TaskListItem;
  variant?: 'contained' | 'outlined';
}) {
  const { task, variant = 'outlined' } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const updating = useGuardedUpdate(task);
  if (!task.allowedActions.includes('update')) return null;
  const isThere = task.attention === 'failure';
  return (
    <>
      {isThere && (
        <Button
          variant={variant}
          startIcon={<RiCheckLine size={16} aria-hidden />}
          disabled={updating.isPending}
          onClick={() => updating.update({ acknowledged: true })}
        >
          {t('task.update.acknowledge')}
        </Button>
      )}
      <UpdateNotes updating={updating} />
    </>
  );
}
