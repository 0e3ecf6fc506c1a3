import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { LIST_VIEWS, ListView } from '../../../hooks/list/listViews';
import { agentTasksTranslationRef } from '../../../translations';

const look = {
  height: 32,
  px: 1.5,
  color: 'var(--bui-fg-secondary)',
  borderColor: 'var(--bui-border-2)',
  textTransform: 'none',
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  fontWeight: 600,
  '&.Mui-selected, &.Mui-selected:hover': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-neutral-2)',
  },
} as const;

/** Whose tasks are shown. */
export function ViewTabs(props: {
  view: ListView;
  hasTeams: boolean;
  onChange(view: ListView): void;
}) {
  const { view, hasTeams, onChange } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={view}
      aria-label={t('list.view.label')}
      onChange={(_, next: ListView | null) => next && onChange(next)}
    >
      {LIST_VIEWS.filter(each => each !== 'team' || hasTeams).map(each => (
        <ToggleButton key={each} value={each} sx={look}>
          {t(`list.view.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
