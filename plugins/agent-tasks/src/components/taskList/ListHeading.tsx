import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiRefreshLine } from '@remixicon/react';
import { ListFilters } from '../../hooks/list/listFilters';
import { ListView, Me } from '../../hooks/list/listViews';
import { TaskPages } from '../../hooks/list/useTaskPages';
import { agentTasksTranslationRef } from '../../translations';
import { relativeTime } from '../../words/ages';
import { useNow } from '../text/Age';
import { FilterChips } from './filters/FilterChips';
import { SortSelect } from './filters/SortSelect';

/** The most that the API counts. */
const MOST_COUNTED = 1_000;

/** How many there are, by which filters, in which order, and whether that is still so. */
export function ListHeading(props: {
  me: Me;
  view: ListView;
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
  pages: TaskPages;
}) {
  const { pages, ...rest } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          py: 1,
        }}
      >
        <Typography
          role="status"
          sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600, mr: 1 }}
        >
          {!pages.error && <Count total={pages.total} />}
        </Typography>
        <FilterChips {...rest} />
        {pages.updates > 0 && (
          <Button
            variant="contained"
            startIcon={<RiRefreshLine size={16} aria-hidden />}
            onClick={pages.showUpdates}
          >
            {t('list.updates', { count: pages.updates })}
          </Button>
        )}
        <SortSelect filters={rest.filters} setFilters={rest.setFilters} />
      </Box>
      {pages.staleSince !== undefined && !pages.error && (
        <Stale since={pages.staleSince} />
      )}
    </>
  );
}

function Count({ total }: { total: number | undefined }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (total === undefined) return null;
  return total > MOST_COUNTED ? (
    <>{t('list.countMost')}</>
  ) : (
    <>{t('list.count', { count: total })}</>
  );
}

function Stale({ since }: { since: number }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const now = useNow();
  return (
    <Alert severity="warning" sx={{ mb: 1 }}>
      {t('face.stale', { age: relativeTime(since - now) })}
    </Alert>
  );
}
