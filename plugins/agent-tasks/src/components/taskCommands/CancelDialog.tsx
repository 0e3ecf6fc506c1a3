import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useTaskCommand } from '../../hooks/commands/useTaskCommand';
import { agentTasksTranslationRef } from '../../translations';
import { CommandDialog } from './CommandDialog';
import { MOST_REASON } from './limits';
import { TextBox } from './TextBox';

/** Wishes a task to stop, and says before what that does and what it leaves. */
export function CancelDialog(props: {
  task: TaskListItem;
  onClose: () => void;
}) {
  const { task, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useTaskCommand();
  const isSent = task.attempts > 0 || task.startedAt !== null;
  const cancel = () =>
    mutate(
      {
        id: task.id,
        command: 'cancel',
        body: reason.trim() ? { reason: reason.trim() } : {},
      },
      { onSuccess: onClose },
    );
  return (
    <CommandDialog
      title={t('task.cancel.title', { title: task.title })}
      explain={t(isSent ? 'task.cancel.stops' : 'task.cancel.neverStarted')}
      submit={t('task.cancel.submit')}
      back={t('task.cancel.keep')}
      isPending={isPending}
      error={error}
      onSubmit={cancel}
      onClose={onClose}
    >
      <TextBox
        label={t('task.command.reasonOptional')}
        hint={t('task.command.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={MOST_REASON}
      />
    </CommandDialog>
  );
}
