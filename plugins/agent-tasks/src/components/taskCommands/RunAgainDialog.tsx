import type {
  Task,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useRunAgain } from '../../hooks/commands/useRunAgain';
import { agentTasksTranslationRef } from '../../translations';
import { CommandDialog } from './CommandDialog';
import { RefusedAccount } from './RefusedAccount';
import { RunAgainFields } from './RunAgainFields';
import { runAgainBody, RunAgainDraft, runAgainFormOf } from './runAgainForm';

/** Makes a new task out of one that ended, and opens with what would have helped this one. */
export function RunAgainDialog(props: {
  task: TaskListItem;
  /** Given the new task. */
  onStarted?: (task: Task) => void;
  onClose: () => void;
}) {
  const { task, onStarted, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  // What went wrong when the dialog opened: fields do not change under the person's hands.
  const [form] = useState(() => runAgainFormOf(task));
  const [draft, setDraft] = useState<RunAgainDraft>(() => ({
    patterns: '',
    addition:
      form === 'rebase' ? t('task.retry.rebase', { base: task.baseRef }) : '',
    isContinued: form === 'rebase',
  }));
  const { mutate, isPending, error } = useRunAgain(task.id);
  const runAgain = () =>
    mutate(runAgainBody(draft), {
      onSuccess: started => {
        onClose();
        onStarted?.(started);
      },
    });
  const isRefused = form === 'refused';
  return (
    <CommandDialog
      title={t('task.retry.title', { title: task.title })}
      explain={
        isRefused
          ? t('task.retry.refused', { identity: task.identity.id })
          : t('task.retry.explain')
      }
      submit={t('task.retry.submit')}
      isPending={isPending}
      error={error}
      onSubmit={isRefused ? undefined : runAgain}
      onClose={onClose}
    >
      {isRefused ? (
        <RefusedAccount identity={task.identity.id} />
      ) : (
        <RunAgainFields
          task={task}
          form={form}
          draft={draft}
          onDraft={setDraft}
        />
      )}
    </CommandDialog>
  );
}
