import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { RiFilter3Line } from '@remixicon/react';
import { RefObject, useId, useState } from 'react';
import { ListFilters } from '../../../hooks/list/listFilters';
import { inView, Me, viewOf } from '../../../hooks/list/listViews';
import { agentTasksTranslationRef } from '../../../translations';
import { ActiveFilter, activeFilters } from './activeFilters';
import { EntityFilter } from './EntityFilter';
import { PeriodFilter } from './PeriodFilter';
import { SearchField } from './SearchField';
import { ViewTabs } from './ViewTabs';
import { WordFilter } from './WordFilter';

const SERVICES = ['component', 'api', 'resource'] as const;
const OWNERS = ['group', 'user'] as const;
const TEMPLATES = ['agenttasktemplate'] as const;
const PEOPLE = ['user'] as const;

type Name = ActiveFilter['name'];

/** Those that stand in the bar where there is room. */
const FIRST: readonly Name[] = ['status', 'ownerRef', 'template'];
const REST: readonly Name[] = [
  'attention',
  'entityRef',
  'requesterRef',
  'createdAfter',
  'createdBefore',
];

const fields = { flexWrap: 'wrap', gap: 1 } as const;

/** Whose tasks, and which of them. What is seldom asked for is folded away; on a phone all of it. */
export function FilterBar(props: {
  me: Me;
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
  searchRef: RefObject<HTMLInputElement>;
}) {
  const { me, filters, setFilters, searchRef } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const hasRoom = useMediaQuery((theme: Theme) => theme.breakpoints.up('sm'), {
    noSsr: true,
  });
  const [isOpen, setOpen] = useState(false);
  const restId = useId();
  const view = viewOf(filters, me);
  const folded = hasRoom ? REST : [...FIRST, ...REST];
  const on = activeFilters(filters, view).filter(({ name }) =>
    folded.includes(name),
  ).length;
  const word = t(hasRoom ? 'list.moreFilters' : 'list.filters');
  const each = { filters, setFilters };
  const first = (
    <>
      <WordFilter {...each} name="status" />
      <EntityFilter {...each} name="ownerRef" kinds={OWNERS} />
      <EntityFilter {...each} name="template" kinds={TEMPLATES} />
    </>
  );
  return (
    <Box role="search" aria-label={t('common.allTasks')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <ViewTabs
          view={view}
          hasTeams={me.groups.length > 0}
          onChange={next => setFilters(inView(filters, next, me))}
        />
        <SearchField {...each} inputRef={searchRef} />
        {hasRoom && (
          <Box sx={{ ...fields, display: 'flex', flex: '1 1 336px' }}>
            {first}
          </Box>
        )}
        <Button
          variant="outlined"
          startIcon={<RiFilter3Line size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={restId}
          onClick={() => setOpen(!isOpen)}
        >
          {on > 0 ? t('list.filtersOn', { word, on: String(on) }) : word}
        </Button>
      </Box>
      <Box
        id={restId}
        sx={{ ...fields, display: isOpen ? 'flex' : 'none', mt: 1 }}
      >
        {!hasRoom && first}
        <WordFilter {...each} name="attention" />
        <EntityFilter {...each} name="entityRef" kinds={SERVICES} />
        <EntityFilter {...each} name="requesterRef" kinds={PEOPLE} />
        <PeriodFilter {...each} />
      </Box>
    </Box>
  );
}
