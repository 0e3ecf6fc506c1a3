import {
  AgentTasksResponseError,
  type TaskEvent,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import { useMyRef } from '../../hooks/commands/useMyRef';
import { RowFate } from '../../hooks/inbox/rowFate';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { ConflictNote } from '../taskCommands';
import { EventWords } from './PeekEvents';

const CONFLICTS = ['TASK_STATE_CONFLICT', 'REVISION_CONFLICT'];

/**
 * Why something was not done, or is no longer to be done. Where another person was first, that is
 * what is told: who, and what they did.
 */
export function Quicker(props: {
  fate: RowFate;
  /** Newest first. */
  events: readonly TaskEvent[] | undefined;
}) {
  const { note, hasLeft } = props.fate;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const me = useMyRef();
  const error = note?.kind === 'failed' ? note.error : undefined;
  const isLate =
    note?.kind === 'conflict' ||
    (hasLeft && note === undefined) ||
    (error instanceof AgentTasksResponseError &&
      CONFLICTS.includes(error.code ?? ''));
  const last = props.events?.find(({ source }) => source === 'command');
  const isTheirs = last && last.actor.ref !== null && last.actor.ref !== me;
  if (isLate && isTheirs) {
    return (
      <Alert severity="warning">
        <EventWords event={last} />. {t('task.update.conflictNext')}
      </Alert>
    );
  }
  if (note?.kind === 'conflict') {
    return <ConflictNote conflict={note.conflict} />;
  }
  return error ? (
    <ErrorFace error={error} title={t('task.command.failed')} />
  ) : null;
}
