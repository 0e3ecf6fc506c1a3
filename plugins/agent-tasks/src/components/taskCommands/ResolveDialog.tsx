import type {
  ResolveDecision,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTaskCommand } from '../../hooks/commands/useTaskCommand';
import { agentTasksTranslationRef } from '../../translations';
import { ChoiceList } from './ChoiceList';
import { CommandDialog } from './CommandDialog';
import { MOST_REASON } from './limits';
import { TextBox } from './TextBox';

const MOST_ID = 200;

/** An operator settles a start that nobody knows the outcome of, and sees what each way means. */
export function ResolveDialog(props: {
  task: TaskListItem;
  onClose: () => void;
}) {
  const { task, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [decision, setDecision] = useState<ResolveDecision>('adopt');
  const [providerTaskId, setProviderTaskId] = useState('');
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useTaskCommand();
  const isAdopting = decision === 'adopt';
  const isReady =
    reason.trim() !== '' && (!isAdopting || providerTaskId.trim() !== '');
  const resolve = () =>
    mutate(
      {
        id: task.id,
        command: 'resolve',
        body: {
          decision,
          reason: reason.trim(),
          ...(isAdopting ? { providerTaskId: providerTaskId.trim() } : {}),
        },
      },
      { onSuccess: onClose },
    );
  return (
    <CommandDialog
      title={t('task.resolve.title', { title: task.title })}
      explain={t('task.resolve.explain')}
      submit={t('task.resolve.submit')}
      isReady={isReady}
      isPending={isPending}
      error={error}
      onSubmit={resolve}
      onClose={onClose}
    >
      <ChoiceList<ResolveDecision>
        label={t('task.resolve.decision')}
        value={decision}
        onChange={setDecision}
        choices={[
          {
            value: 'adopt',
            label: t('task.resolve.adopt'),
            hint: t('task.resolve.adoptHint'),
          },
          {
            value: 'confirm-not-started',
            label: t('task.resolve.confirmNotStarted'),
            hint: t('task.resolve.confirmNotStartedHint'),
          },
          {
            value: 'write-off',
            label: t('task.resolve.writeOff'),
            hint: t('task.resolve.writeOffHint'),
          },
        ]}
      />
      {isAdopting && (
        <TextField
          label={t('task.resolve.providerTaskId')}
          value={providerTaskId}
          onChange={event => setProviderTaskId(event.target.value)}
          inputProps={{ maxLength: MOST_ID, spellCheck: false }}
          required
          fullWidth
          size="small"
        />
      )}
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
