import {
  DECIDABLE_OUTCOMES,
  type DecidableOutcome,
  type TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useTaskCommand } from '../../hooks/commands/useTaskCommand';
import { agentTasksTranslationRef } from '../../translations';
import { ChoiceList } from './ChoiceList';
import { CommandDialog } from './CommandDialog';
import { MOST_REASON } from './limits';
import { TextBox } from './TextBox';

/** A person's word on what a task was worth, over whatever was measured. */
export function AcceptDialog(props: {
  task: TaskListItem;
  onClose: () => void;
}) {
  const { task, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [outcome, setOutcome] = useState<DecidableOutcome>('succeeded');
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useTaskCommand();
  const accept = () =>
    mutate(
      {
        id: task.id,
        command: 'accept',
        body: { outcome, reason: reason.trim() },
      },
      { onSuccess: onClose },
    );
  return (
    <CommandDialog
      title={t('task.accept.title', { title: task.title })}
      explain={t('task.accept.explain')}
      submit={t('task.accept.submit')}
      isReady={reason.trim() !== ''}
      isPending={isPending}
      error={error}
      onSubmit={accept}
      onClose={onClose}
    >
      <ChoiceList
        label={t('task.accept.outcome')}
        value={outcome}
        onChange={setOutcome}
        choices={DECIDABLE_OUTCOMES.map(value => ({
          value,
          label: t(`task.accept.${value}`),
        }))}
      />
      <TextBox
        label={t('task.command.reason')}
        hint={t('task.command.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={MOST_REASON}
        isRequired
      />
    </CommandDialog>
  );
}
