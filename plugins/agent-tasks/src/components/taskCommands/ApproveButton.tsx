import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useDelayedCommand } from '../../hooks/commands/useDelayedCommand';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { ApproveDialog } from './ApproveDialog';
import { PendingLine } from './PendingLine';

/** Approves a task: after a look at what it would do, and ten seconds in which it can be undone. */
export function ApproveButton(props: {
  task: TaskListItem;
  variant?: 'contained' | 'outlined';
}) {
  const { task, variant = 'contained' } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const { pending, isSending, error, add, undo } = useDelayedCommand(task.id);
  const approve = (digest: string) => {
    setOpen(false);
    add({ id: task.id, command: 'approve', body: { digest } });
  };
  if (pending === 'approve') {
    return (
      <PendingLine
        label={t('task.approve.pending')}
        hint={t('task.approve.pendingHint')}
        onUndo={undo}
      />
    );
  }
  const isAllowed = task.allowedActions.includes('approve');
  return (
    <>
      {isAllowed && (
        <Button
          variant={variant}
          disabled={isSending}
          onClick={() => setOpen(true)}
        >
          {isSending ? t('task.approve.pending') : t('task.approve.button')}
        </Button>
      )}
      {error && <ErrorFace error={error} title={t('task.command.failed')} />}
      {isOpen && (
        <ApproveDialog
          task={task}
          onApprove={approve}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
