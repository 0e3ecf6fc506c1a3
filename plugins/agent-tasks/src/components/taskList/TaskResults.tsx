import { useMemo } from 'react';
import { ListFilters, queryOf } from '../../hooks/list/listFilters';
import { Me, viewOf } from '../../hooks/list/listViews';
import { useTaskPages } from '../../hooks/list/useTaskPages';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { activeFilters } from './filters/activeFilters';
import { ListHeading } from './ListHeading';
import { NoTasks } from './NoTasks';
import { TaskTable } from './rows/TaskTable';

/** The tasks that match, or what stands in their place. */
export function TaskResults(props: {
  me: Me;
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
  onFilter(): void;
}) {
  const { me, filters, setFilters, onFilter } = props;
  const query = useMemo(() => queryOf(filters), [filters]);
  const pages = useTaskPages(query);
  const { rows, error, isOld } = pages;
  const view = viewOf(filters, me);
  const isFiltered = activeFilters(filters, view).length > 0;

  return (
    <>
      <ListHeading {...{ me, view, filters, setFilters, pages }} />
      {error && <ErrorFace error={error} onRetry={pages.retry} />}
      {!error && !rows && <LoadingRows rows={8} height={56} />}
      {!error && rows && rows.length === 0 && !isOld && (
        <NoTasks {...{ me, view, isFiltered, setFilters }} />
      )}
      {!error && rows && rows.length > 0 && (
        <TaskTable
          // Another list is read from its top.
          key={JSON.stringify(query)}
          {...{ rows, isOld, onFilter }}
          total={pages.total}
          more={pages.more}
        />
      )}
    </>
  );
}
