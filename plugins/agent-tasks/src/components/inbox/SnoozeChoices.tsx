import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { agentTasksTranslationRef } from '../../translations';
import { snoozedUntil } from '../taskCommands/snoozeTimes';

const HOURS_MS = 4 * 3_600_000;
const CHOICES = ['hours', 'tomorrow', 'week'] as const;

/** Until when a task is put aside. */
export function SnoozeChoices(props: {
  anchor: HTMLElement;
  /** ISO 8601. */
  onChoose: (until: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const choose = (choice: (typeof CHOICES)[number]) =>
    props.onChoose(
      choice === 'hours'
        ? new Date(Date.now() + HOURS_MS).toISOString()
        : snoozedUntil(choice, new Date()),
    );
  return (
    <Menu
      open
      anchorEl={props.anchor}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      onClose={props.onClose}
      MenuListProps={{ 'aria-label': t('inbox.snoozeFor') }}
    >
      {CHOICES.map(choice => (
        <MenuItem key={choice} onClick={() => choose(choice)}>
          {t(`inbox.snooze_${choice}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
