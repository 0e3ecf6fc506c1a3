import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { KeyboardEvent } from 'react';
import { useTaskCommand } from '../../hooks/commands/useTaskCommand';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { MOST_MESSAGE } from './limits';
import { TextBox } from './TextBox';
import { WhoIsOnIt } from './WhoIsOnIt';

/** The answer is a comment on the pull request, which says before in whose name it goes. */
export function AnswerByComment(props: {
  task: TaskListItem;
  draft: string;
  onDraft: (draft: string) => void;
}) {
  const { task, draft, onDraft } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { mutate, isPending, error } = useTaskCommand();
  const message = draft.trim();
  const over = message.length - MOST_MESSAGE;
  const isReady = message !== '' && over <= 0 && !isPending;
  const send = () => {
    if (!isReady) return;
    mutate(
      { id: task.id, command: 'answer', body: { message } },
      { onSuccess: () => onDraft('') },
    );
  };
  const sendByKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  const number = String(task.answer.pullRequest ?? '');
  const { login } = task.identity;
  const target = login
    ? t('task.answer.comment', { number, login })
    : t('task.answer.commentUnknown', { number });
  return (
    <Box
      onKeyDown={sendByKeys}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      <WhoIsOnIt task={task} />
      <TextBox
        label={t('task.answer.label')}
        hint={
          over > 0
            ? t('task.answer.tooLong', { over: String(over) })
            : `${target} ${t('task.answer.keys')}`
        }
        isWrong={over > 0}
        value={draft}
        onChange={onDraft}
      />
      {error && <ErrorFace error={error} title={t('task.command.failed')} />}
      <Box>
        <Button variant="contained" disabled={!isReady} onClick={send}>
          {isPending ? t('task.command.working') : t('task.answer.send')}
        </Button>
      </Box>
    </Box>
  );
}
