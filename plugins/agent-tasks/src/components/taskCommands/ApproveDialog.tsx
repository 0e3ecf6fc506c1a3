import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTask } from '../../hooks/tasks/useTask';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { LoadingRows } from '../faces/LoadingRows';
import { Cost } from '../text/Cost';
import { FactList } from '../text/FactList';
import { PrincipalName } from '../text/PrincipalName';
import { PromptText } from '../text/PromptText';
import { CommandDialog } from './CommandDialog';
import { LastApproved } from './LastApproved';

/**
 * Shows what a yes would be for. The yes is bound to the digest of what was on the screen when the
 * dialog opened: where the task changes meanwhile, it has to be read again.
 */
export function ApproveDialog(props: {
  task: TaskListItem;
  onApprove: (digest: string) => void;
  onClose: () => void;
}) {
  const { task, onApprove, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data, error, isPending } = useTask(task.id);
  const [digest] = useState(task.approvalDigest);
  const isChanged = data !== undefined && data.approvalDigest !== digest;
  const approve = digest && !isChanged ? () => onApprove(digest) : undefined;
  return (
    <CommandDialog
      title={t('task.approve.title', { title: task.title })}
      explain={t('task.approve.explain')}
      submit={t('task.approve.button')}
      isReady={data !== undefined}
      error={error}
      onSubmit={approve}
      onClose={onClose}
      wide
    >
      {task.attentionReason === 'void' && (
        <Alert severity="warning">{t('task.approve.void')}</Alert>
      )}
      {!approve && (
        <Alert severity="warning">
          {t(digest ? 'task.approve.changed' : 'task.approve.gone')}
        </Alert>
      )}
      <FactList
        facts={[
          {
            name: t('task.approve.askedBy'),
            value: <PrincipalName principalRef={task.requester.ref} />,
          },
          {
            name: t('task.approve.repository'),
            value: visibleText(task.repository.slug),
          },
          {
            name: t('task.approve.identity'),
            value: visibleText(task.identity.login ?? task.identity.id),
          },
          {
            name: t('task.approve.policy'),
            value: t('task.approve.policyVersion', {
              id: task.policy.id,
              version: String(task.policy.version),
            }),
          },
          {
            name: t('task.approve.cost'),
            value: <Cost unit={task.cost.unit} amount={task.cost.estimated} />,
          },
        ]}
      />
      {isPending && !error && <LoadingRows rows={3} />}
      {data && (
        <>
          <LastApproved task={task} prompt={data.prompt} />
          <PromptText
            label={t('task.approve.prompt')}
            prompt={data.prompt}
            missing={t('task.approve.noPrompt')}
          />
        </>
      )}
    </CommandDialog>
  );
}
