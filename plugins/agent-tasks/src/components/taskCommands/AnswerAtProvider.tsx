import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiExternalLinkLine } from '@remixicon/react';
import { useDelayedCommand } from '../../hooks/commands/useDelayedCommand';
import { useGuardedUpdate } from '../../hooks/commands/useGuardedUpdate';
import { useMyRef } from '../../hooks/commands/useMyRef';
import { agentTasksTranslationRef } from '../../translations';
import { safeUrl } from '../../words/safeUrl';
import { ErrorFace } from '../faces/ErrorFace';
import { PendingLine } from './PendingLine';
import { UpdateNotes } from './UpdateNotes';
import { WhoIsOnIt } from './WhoIsOnIt';

/** The answer is given at the provider: opening it puts the task to the person's name. */
export function AnswerAtProvider({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const me = useMyRef();
  const updating = useGuardedUpdate(task);
  const { pending, isSending, error, add, undo } = useDelayedCommand(task.id);
  const link = safeUrl(task.answer.url, task.repository.host);
  const takeIt = () => {
    if (me && task.assignee === null) updating.update({ assignee: me });
  };
  const answered = () =>
    add({
      id: task.id,
      command: 'answer',
      body: { answeredAtProvider: true },
    });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <WhoIsOnIt task={task} />
      <Typography variant="body2" sx={{ color: 'var(--bui-fg-secondary)' }}>
        {t(link ? 'task.answer.atProviderHint' : 'task.answer.noLink')}
      </Typography>
      {pending === 'answer' ? (
        <PendingLine
          label={t('task.answer.pending')}
          hint={t('task.answer.pendingHint')}
          onUndo={undo}
        />
      ) : (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {link && (
            <Button
              variant="contained"
              href={link.href}
              target="_blank"
              rel="noopener noreferrer"
              title={link.host}
              endIcon={<RiExternalLinkLine size={16} aria-hidden />}
              onClick={takeIt}
            >
              {t('task.answer.atProvider')}
            </Button>
          )}
          <Button variant="outlined" disabled={isSending} onClick={answered}>
            {t('task.answer.done')}
          </Button>
        </Box>
      )}
      <UpdateNotes updating={updating} />
      {error && <ErrorFace error={error} title={t('task.command.failed')} />}
    </Box>
  );
}
