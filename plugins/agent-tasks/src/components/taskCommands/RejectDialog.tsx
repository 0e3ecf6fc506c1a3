import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useTaskCommand } from '../../hooks/commands/useTaskCommand';
import { agentTasksTranslationRef } from '../../translations';
import { CommandDialog } from './CommandDialog';
import { MOST_REASON } from './limits';
import { TextBox } from './TextBox';

/** Says no to a task that waits for approval, with the reason that its requester is told. */
export function RejectDialog(props: {
  task: TaskListItem;
  onClose: () => void;
}) {
  const { task, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useTaskCommand();
  const reject = () =>
    mutate(
      { id: task.id, command: 'reject', body: { reason: reason.trim() } },
      { onSuccess: onClose },
    );
  return (
    <CommandDialog
      title={t('task.reject.title', { title: task.title })}
      explain={t('task.reject.explain')}
      submit={t('task.reject.submit')}
      isReady={reason.trim() !== ''}
      isPending={isPending}
      error={error}
      onSubmit={reject}
      onClose={onClose}
    >
      <TextBox
        label={t('task.command.reason')}
        hint={t('task.command.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={MOST_REASON}
        isRequired
        takesFocus
      />
    </CommandDialog>
  );
}
