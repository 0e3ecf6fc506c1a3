import {
  AgentTasksResponseError,
  type ResolveDecision,
  type TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTaskCommand } from '../../hooks/commands/useTaskCommand';
import { agentTasksTranslationRef } from '../../translations';
import { ChoiceList } from './ChoiceList';
import { CommandDialog } from './CommandDialog';
import { MOST_REASON } from './limits';
import { TextBox } from './TextBox';

const MOST_ID = 200;

/**
 * An operator settles a start that nobody knows the outcome of, and sees what each way means. A word
 * that it was not started is about the attempt that was on the screen when the dialog opened: where
 * another one was made meanwhile, somebody has to look for that one too.
 */
export function ResolveDialog(props: {
  task: TaskListItem;
  onClose: () => void;
}) {
  const { task, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [decision, setDecision] = useState<ResolveDecision>('adopt');
  const [providerTaskId, setProviderTaskId] = useState('');
  const [reason, setReason] = useState('');
  const [seen] = useState(task.attempts);
  const { mutate, isPending, error } = useTaskCommand();
  const isConfirming = decision === 'confirm-not-started';
  const isRefused =
    error instanceof AgentTasksResponseError &&
    error.code === 'REVISION_CONFLICT';
  const isChanged = isConfirming && (isRefused || task.attempts !== seen);
  const isAdopting = decision === 'adopt';
  const isReady =
    !isChanged &&
    reason.trim() !== '' &&
    (!isAdopting || providerTaskId.trim() !== '');
  const resolve = () =>
    mutate(
      {
        id: task.id,
        command: 'resolve',
        body: {
          decision,
          reason: reason.trim(),
          ...(isAdopting ? { providerTaskId: providerTaskId.trim() } : {}),
          ...(isConfirming ? { attempt: seen } : {}),
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
      error={isRefused ? null : error}
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
      {isChanged && (
        <Alert severity="warning">{t('task.resolve.changed')}</Alert>
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
