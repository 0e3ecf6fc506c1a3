import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { GuardedUpdate } from '../../hooks/commands/useGuardedUpdate';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { ConflictNote } from './ConflictNote';

/** Why a change of a task did not happen, where it was asked for. */
export function UpdateNotes({ updating }: { updating: GuardedUpdate }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { conflict, error } = updating;
  if (conflict) return <ConflictNote conflict={conflict} />;
  return error ? (
    <ErrorFace error={error} title={t('task.command.failed')} />
  ) : null;
}
