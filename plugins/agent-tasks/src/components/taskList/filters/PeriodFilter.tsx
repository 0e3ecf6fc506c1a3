import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import { RiArrowDownSFill } from '@remixicon/react';
import { useState } from 'react';
import { ListFilters } from '../../../hooks/list/listFilters';
import { agentTasksTranslationRef } from '../../../translations';
import { dayOf, daysAgo, endOfDay, startOfDay } from './days';

const SPANS = [0, 7, 30, 90];

/** Like the fields beside it. */
const buttonLook = {
  flex: { xs: '1 1 140px', sm: '1 1 104px' },
  maxWidth: { sm: 220 },
  pl: 1.75,
  pr: 1,
  justifyContent: 'space-between',
  border: '1px solid var(--bui-border-2)',
  backgroundColor: 'var(--bui-bg-neutral-1)',
  fontWeight: 400,
  color: 'var(--bui-fg-secondary)',
} as const;

/** When a task was asked for. Kept as days of the calendar, so that a shared address stays true. */
export function PeriodFilter(props: {
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
}) {
  const { filters, setFilters } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const setPeriod = (createdAfter?: string, createdBefore?: string) =>
    setFilters({ ...filters, createdAfter, createdBefore });
  const { createdAfter, createdBefore } = filters;
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        endIcon={<RiArrowDownSFill size={20} aria-hidden />}
        onClick={event => setAnchor(event.currentTarget)}
        sx={buttonLook}
      >
        {t('list.created')}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('list.created'),
            variant: 'outlined',
            sx: { display: 'flex', flexDirection: 'column', gap: 2, p: 2 },
          },
        }}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, maxWidth: 320 }}>
          {SPANS.map(days => (
            <Button
              key={days}
              variant="outlined"
              onClick={() => setPeriod(daysAgo(days, Date.now()))}
            >
              {days === 0
                ? t('list.today')
                : t('list.lastDays', { days: String(days) })}
            </Button>
          ))}
          <Button variant="outlined" onClick={() => setPeriod()}>
            {t('list.anyTime')}
          </Button>
        </Box>
        <DayField
          label={t('list.filter.createdAfter')}
          day={dayOf(createdAfter)}
          onChange={day => setPeriod(startOfDay(day), createdBefore)}
        />
        <DayField
          label={t('list.filter.createdBefore')}
          day={dayOf(createdBefore)}
          onChange={day => setPeriod(createdAfter, endOfDay(day))}
        />
      </Popover>
    </>
  );
}

function DayField(props: {
  label: string;
  day: string;
  onChange(day: string): void;
}) {
  return (
    <TextField
      type="date"
      size="small"
      label={props.label}
      value={props.day}
      InputLabelProps={{ shrink: true }}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}
