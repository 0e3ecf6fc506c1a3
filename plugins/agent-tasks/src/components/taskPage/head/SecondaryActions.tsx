import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { agentTasksTranslationRef } from '../../../translations';
import {
  AcknowledgeButton,
  AssignButton,
  SnoozeMenu,
} from '../../taskCommands';
import { Primary } from '../../../words/primaryAction';
import { DIALOG_VERBS, DialogVerb } from './VerbDialog';

/** Everything else that this person may do now, as the backend says. */
export function SecondaryActions(props: {
  task: Task;
  primary: Primary | null;
  onVerb: (verb: DialogVerb) => void;
}) {
  const { task, primary, onVerb } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const isWaiting = task.attention !== null || task.snoozedUntil !== null;
  const main = primary?.kind === 'verb' ? primary.verb : null;
  const verbs = DIALOG_VERBS.filter(
    verb => verb !== main && task.allowedActions.includes(verb),
  );
  return (
    <Box
      role="group"
      aria-label={t('task.command.actions')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      <AssignButton task={task} isOffered={isWaiting} />
      <SnoozeMenu task={task} isOffered={isWaiting} />
      <AcknowledgeButton task={task} />
      {verbs.map(verb => (
        <Button key={verb} variant="outlined" onClick={() => onVerb(verb)}>
          {t(`task.${verb}.button`)}
        </Button>
      ))}
    </Box>
  );
}
