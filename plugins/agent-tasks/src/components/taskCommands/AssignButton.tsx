import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { RiUserLine } from '@remixicon/react';
import { useGuardedUpdate } from '../../hooks/commands/useGuardedUpdate';
import { useMyRef } from '../../hooks/commands/useMyRef';
import { agentTasksTranslationRef } from '../../translations';
import { usePrincipalName } from '../text/PrincipalName';
import { UpdateNotes } from './UpdateNotes';

/** Puts a task to the person's name, takes it over from another, or gives it back. */
export function AssignButton(props: {
  task: TaskListItem;
  /** Without it only what came of the last press stands. */
  isOffered?: boolean;
}) {
  const { task, isOffered = true } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const me = useMyRef();
  const updating = useGuardedUpdate(task);
  const name = usePrincipalName(task.assignee);
  if (!task.allowedActions.includes('update') || !me) return null;
  const isMine = task.assignee === me;
  const isOthers = task.assignee !== null && !isMine;
  return (
    <>
      {isOffered && (
        <Button
          variant="outlined"
          startIcon={<RiUserLine size={16} aria-hidden />}
          disabled={updating.isPending}
          onClick={() => updating.update({ assignee: isMine ? null : me })}
        >
          {task.assignee === null && t('task.update.assign')}
          {isMine && t('task.update.release')}
          {isOthers && t('task.update.takeOver', { name })}
        </Button>
      )}
      <UpdateNotes updating={updating} />
    </>
  );
}
