import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { RiKeyboardLine, RiRefreshLine, RiSearchLine } from '@remixicon/react';
import { KeyboardEvent, Ref } from 'react';
import { INBOX_VIEWS, InboxView } from '../../hooks/inbox/useInboxView';
import { agentTasksTranslationRef } from '../../translations';
import { fieldLook } from '../taskList/filters/fieldLook';

const viewWords = { team: 'inbox.viewTeam', mine: 'inbox.viewMine' } as const;

const barStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1.5,
  mb: 2,
} as const;

const viewStyle = {
  height: 32,
  px: 1.5,
  textTransform: 'none',
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  fontWeight: 600,
  color: 'var(--bui-fg-secondary)',
  '&.MuiToggleButton-root': { borderColor: 'var(--bui-border-2)' },
  '&.Mui-selected': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-neutral-1)',
  },
} as const;

/** Whose tasks, which of them, and what came meanwhile. */
export function InboxToolbar(props: {
  view: InboxView;
  onView: (view: InboxView) => void;
  filter: string;
  onFilter: (text: string) => void;
  filterRef: Ref<HTMLInputElement>;
  /** Enter or Escape in the filter. */
  onFilterDone: () => void;
  updates: number;
  onUpdates: () => void;
  onKeys: () => void;
}) {
  const { view, filter, updates } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onFilter('');
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    props.onFilterDone();
  };
  return (
    <Box sx={barStyle}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view}
        aria-label={t('inbox.view')}
        onChange={(_, chosen: InboxView | null) =>
          chosen && props.onView(chosen)
        }
      >
        {INBOX_VIEWS.map(one => (
          <ToggleButton key={one} value={one} sx={viewStyle}>
            {t(viewWords[one])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <TextField
        size="small"
        type="search"
        value={filter}
        onChange={event => props.onFilter(event.target.value)}
        onKeyDown={press}
        inputRef={props.filterRef}
        placeholder={t('inbox.filter')}
        inputProps={{
          'aria-label': t('inbox.filter'),
          'aria-keyshortcuts': '/',
          dir: 'auto',
        }}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <RiSearchLine size={16} aria-hidden />
            </InputAdornment>
          ),
        }}
        sx={{ ...fieldLook, flex: '1 1 140px', maxWidth: 240 }}
      />
      {updates > 0 && (
        <Button
          variant="contained"
          startIcon={<RiRefreshLine size={16} aria-hidden />}
          onClick={props.onUpdates}
        >
          {t('inbox.updates', { count: updates })}
        </Button>
      )}
      <Button
        variant="text"
        aria-label={t('inbox.keys')}
        // Where nothing hovers there is hardly a keyboard; `?` shows them all the same.
        sx={{
          ml: 'auto',
          minWidth: 32,
          '@media (hover: none)': { display: 'none' },
        }}
        onClick={props.onKeys}
      >
        <RiKeyboardLine size={16} aria-hidden />
        <Box
          component="span"
          sx={{ ml: 1, display: { xs: 'none', sm: 'inline' } }}
        >
          {t('inbox.keys')}
        </Box>
      </Button>
    </Box>
  );
}
