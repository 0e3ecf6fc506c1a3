import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { visibleText } from '../../../words/visibleText';
import { StatusWord } from '../../status/StatusWord';
import { AnswerBox } from '../../taskCommands';
import { HeardOnly } from '../../text/HeardOnly';
import { primaryOf } from '../../../words/primaryAction';
import { PrimaryButton } from './PrimaryButton';
import { SecondaryActions } from './SecondaryActions';
import { useChangeNews } from './useChangeNews';
import { useHeadline } from './useHeadline';
import { useKeptFocus } from './useKeptFocus';
import { DialogVerb, VerbDialog } from './VerbDialog';

/** Where the task stands in one sentence, the one thing to do, and quietly the rest. */
export function TaskHead({ task }: { task: Task }) {
  const { sentence, action } = useHeadline(task);
  const primary = primaryOf(task, action);
  // One thing to do at a time: nobody answers an agent that is being stopped.
  const isAsked = primary?.kind === 'verb' && primary.verb === 'answer';
  const titleId = useId();
  const [verb, setVerb] = useState<DialogVerb | null>(null);
  const kept = useKeptFocus<HTMLParagraphElement>();
  const news = useChangeNews(task.revision, sentence);
  return (
    <Paper
      component="section"
      aria-labelledby={titleId}
      onFocus={kept.onFocus}
      sx={{ p: 2 }}
    >
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}
      >
        <StatusWord status={task.status} />
        <Typography
          id={titleId}
          component="h2"
          sx={{
            minWidth: 0,
            fontSize: 'var(--bui-font-size-3)',
            fontWeight: 600,
            color: 'var(--bui-fg-secondary)',
            overflowWrap: 'anywhere',
          }}
        >
          <bdi>{visibleText(task.title)}</bdi>
        </Typography>
      </Box>
      <Typography
        ref={kept.target}
        tabIndex={-1}
        sx={{
          mt: 1,
          mb: 2,
          fontSize: 'var(--bui-font-size-6)',
          fontWeight: 600,
          lineHeight: 1.25,
          textWrap: 'balance',
          overflowWrap: 'anywhere',
        }}
      >
        {sentence}
      </Typography>
      <Box sx={{ '&:not(:empty)': { mb: 2 } }}>
        <AnswerBox task={task} isOffered={isAsked} />
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 1,
        }}
      >
        <PrimaryButton task={task} primary={primary} onVerb={setVerb} />
        <SecondaryActions task={task} primary={primary} onVerb={setVerb} />
      </Box>
      {verb && (
        <VerbDialog task={task} verb={verb} onClose={() => setVerb(null)} />
      )}
      <HeardOnly>
        <span role="status">{news}</span>
      </HeardOnly>
    </Paper>
  );
}
