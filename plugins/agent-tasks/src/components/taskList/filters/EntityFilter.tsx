import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { ListFilter, ListFilters } from '../../../hooks/list/listFilters';
import { useEntityOptions } from '../../../hooks/list/useEntityOptions';
import { agentTasksTranslationRef } from '../../../translations';
import { FilterSelect } from './FilterSelect';

/** Chooses among entities of the catalog, which is asked once somebody opens it. */
export function EntityFilter(props: {
  name: ListFilter;
  kinds: readonly string[];
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
}) {
  const { name, kinds, filters, setFilters } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [isWanted, setWanted] = useState(false);
  const [text, setText] = useState('');
  const { options, isLoading } = useEntityOptions(
    isWanted ? kinds : undefined,
    text,
  );
  return (
    <FilterSelect
      label={t(`list.filter.${name}`)}
      chosen={filters.any[name]}
      options={options}
      search={{ isLoading, onOpen: () => setWanted(true), onType: setText }}
      onChange={chosen =>
        setFilters({ ...filters, any: { ...filters.any, [name]: chosen } })
      }
    />
  );
}
