import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { RiZzzLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { useGuardedUpdate } from '../../hooks/commands/useGuardedUpdate';
import { agentTasksTranslationRef } from '../../translations';
import { SNOOZE_CHOICES, SnoozeChoice, snoozedUntil } from './snoozeTimes';
import { UpdateNotes } from './UpdateNotes';

/** Puts a task aside for a while, or brings it back. */
export function SnoozeMenu(props: {
  task: TaskListItem;
  /** Without it only what came of the last press stands. */
  isOffered?: boolean;
}) {
  const { task, isOffered = true } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const updating = useGuardedUpdate(task);
  const menuId = useId();
  if (!task.allowedActions.includes('update')) return null;
  const icon = <RiZzzLine size={16} aria-hidden />;
  const choose = (choice: SnoozeChoice) => {
    setAnchor(null);
    updating.update({ snoozedUntil: snoozedUntil(choice, new Date()) });
  };
  return (
    <>
      {isOffered && task.snoozedUntil && (
        <Button
          variant="outlined"
          startIcon={icon}
          disabled={updating.isPending}
          onClick={() => updating.update({ snoozedUntil: null })}
        >
          {t('task.update.wake')}
        </Button>
      )}
      {isOffered && !task.snoozedUntil && (
        <Button
          variant="outlined"
          startIcon={icon}
          disabled={updating.isPending}
          aria-haspopup="menu"
          aria-controls={anchor ? menuId : undefined}
          aria-expanded={anchor !== null}
          onClick={event => setAnchor(event.currentTarget)}
        >
          {t('task.update.snooze')}
        </Button>
      )}
      <Menu
        id={menuId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
      >
        {SNOOZE_CHOICES.map(choice => (
          <MenuItem key={choice} onClick={() => choose(choice)}>
            {t(`task.update.${choice}`)}
          </MenuItem>
        ))}
      </Menu>
      <UpdateNotes updating={updating} />
    </>
  );
}
