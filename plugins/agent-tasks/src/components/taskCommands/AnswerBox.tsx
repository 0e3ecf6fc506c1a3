import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { AnswerAtProvider } from './AnswerAtProvider';
import { AnswerByComment } from './AnswerByComment';
import { UnsentAnswer } from './UnsentAnswer';

/**
 * Where a waiting agent is answered, by the way its provider allows. What was typed outlives the
 * question: an agent that stops asking takes nobody's words away.
 */
export function AnswerBox(props: {
  task: TaskListItem;
  /** Without it only words that were not sent stand. */
  isOffered?: boolean;
}) {
  const { task, isOffered = true } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [draft, setDraft] = useState('');
  const isAsked = isOffered && task.allowedActions.includes('answer');
  if (!isAsked) {
    return draft.trim() === '' ? null : (
      <UnsentAnswer draft={draft} onDiscard={() => setDraft('')} />
    );
  }
  const { mode } = task.answer;
  return (
    <Box component="section" aria-label={t('task.answer.title')}>
      {task.question && (
        <Box sx={{ mb: 2 }}>
          <Typography variant="caption">
            {t('task.answer.untrusted')}
          </Typography>
          <Typography
            variant="body2"
            dir="auto"
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {visibleText(task.question.untrustedText)}
          </Typography>
        </Box>
      )}
      {mode === 'at_provider' && <AnswerAtProvider task={task} />}
      {mode === 'comment' && (
        <AnswerByComment task={task} draft={draft} onDraft={setDraft} />
      )}
      {mode === 'none' && (
        <Typography variant="body2">{t('task.answer.none')}</Typography>
      )}
    </Box>
  );
}
