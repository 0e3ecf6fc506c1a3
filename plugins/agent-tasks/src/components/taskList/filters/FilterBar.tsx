import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RiFilter3Line } from '@remixicon/react';
import { RefObject, useState } from 'react';
import { ListFilters } from '../../../hooks/list/listFilters';
import { inView, Me, viewOf } from '../../../hooks/list/listViews';
import { agentTasksTranslationRef } from '../../../translations';
import { EntityFilter } from './EntityFilter';
import { PeriodFilter } from './PeriodFilter';
import { SearchField } from './SearchField';
import { SortSelect } from './SortSelect';
import { ViewTabs } from './ViewTabs';
import { WordFilter } from './WordFilter';

const line = { display: 'flex', flexWrap: 'wrap', gap: 1 } as const;

const SERVICES = ['component', 'api', 'resource'] as const;
const OWNERS = ['group', 'user'] as const;
const TEMPLATES = ['agenttasktemplate'] as const;
const PEOPLE = ['user'] as const;

/** Whose tasks, which of them, in which order. On a phone the filters fold away. */
export function FilterBar(props: {
  me: Me;
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
  searchRef: RefObject<HTMLInputElement>;
}) {
  const { me, filters, setFilters, searchRef } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const each = { filters, setFilters };
  return (
    <Box role="search" aria-label={t('common.allTasks')}>
      <Box sx={{ ...line, gap: 1.5 }}>
        <ViewTabs
          view={viewOf(filters, me)}
          hasTeams={me.groups.length > 0}
          onChange={view => setFilters(inView(filters, view, me))}
        />
        <SearchField {...each} inputRef={searchRef} />
        <Button
          variant="outlined"
          startIcon={<RiFilter3Line size={16} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          sx={{ display: { sm: 'none' } }}
        >
          {t('list.filters')}
        </Button>
        <SortSelect {...each} />
      </Box>
      <Box
        sx={{
          ...line,
          display: { xs: isOpen ? 'flex' : 'none', sm: 'flex' },
          mt: 1.5,
        }}
      >
        <WordFilter {...each} name="status" />
        <WordFilter {...each} name="attention" />
        <EntityFilter {...each} name="entityRef" kinds={SERVICES} />
        <EntityFilter {...each} name="ownerRef" kinds={OWNERS} />
        <EntityFilter {...each} name="template" kinds={TEMPLATES} />
        <EntityFilter {...each} name="requesterRef" kinds={PEOPLE} />
        <PeriodFilter {...each} />
      </Box>
    </Box>
  );
}
