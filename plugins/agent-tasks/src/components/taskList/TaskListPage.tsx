import Box from '@mui/material/Box';
import { useRef } from 'react';
import { ListFilters } from '../../hooks/list/listFilters';
import { Me } from '../../hooks/list/listViews';
import { useListFilters } from '../../hooks/list/useListFilters';
import { useMe } from '../../hooks/list/useMe';
import { LoadingRows } from '../faces/LoadingRows';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { FilterBar } from './filters/FilterBar';
import { TaskResults } from './TaskResults';

/**
 * Somebody comes to find a task again, or to see how a service, a team or a template fares. The eye
 * meets whose tasks these are and the filters, then the newest row: its status and its title.
 */
export function TaskListPage() {
  return (
    <AgentTasksFrame>
      <Box component="main" sx={{ px: 2.5, pb: 3 }}>
        <Tasks />
      </Box>
    </AgentTasksFrame>
  );
}

function Tasks() {
  const me = useMe();
  const { filters, setFilters } = useListFilters(me);
  if (!me || !filters) return <LoadingRows rows={8} height={56} />;
  return <FilteredTasks me={me} filters={filters} setFilters={setFilters} />;
}

function FilteredTasks(props: {
  me: Me;
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
}) {
  const search = useRef<HTMLInputElement>(null);
  return (
    <>
      <FilterBar {...props} searchRef={search} />
      <TaskResults {...props} onFilter={() => search.current?.focus()} />
    </>
  );
}
