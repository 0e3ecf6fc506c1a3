import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { agentTasksTranslationRef } from '../../translations';
import { SNOOZE_CHOICES, snoozedUntil } from '../taskCommands/snoozeTimes';

/** Until when a task is put aside. */
export function SnoozeChoices(props: {
  anchor: HTMLElement;
  /** ISO 8601. */
  onChoose: (until: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Menu
      open
      anchorEl={props.anchor}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      onClose={props.onClose}
      MenuListProps={{ 'aria-label': t('inbox.snoozeFor') }}
    >
      {SNOOZE_CHOICES.map(choice => (
        <MenuItem
          key={choice}
          onClick={() => props.onChoose(snoozedUntil(choice, new Date()))}
        >
          {t(`task.update.${choice}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
