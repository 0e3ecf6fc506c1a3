import {
  ATTENTIONS,
  TASK_STATUSES,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ListFilters } from '../../../hooks/list/listFilters';
import { agentTasksTranslationRef } from '../../../translations';
import { AttentionWord } from '../../status/AttentionWord';
import { StatusWord } from '../../status/StatusWord';
import { FilterSelect } from './FilterSelect';

/** Chooses among our own words, shown as they look in the rows. */
export function WordFilter(props: {
  name: 'status' | 'attention';
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
}) {
  const { name, filters, setFilters } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const words =
    name === 'status'
      ? TASK_STATUSES.map(word => ({
          value: word as string,
          label: t(`status.${word}`),
          node: <StatusWord status={word} />,
        }))
      : ATTENTIONS.map(word => ({
          value: word as string,
          label: t(`attention.${word}`),
          node: <AttentionWord attention={word} />,
        }));
  return (
    <FilterSelect
      label={t(`list.filter.${name}`)}
      chosen={filters.any[name]}
      options={words}
      render={({ value }) => words.find(word => word.value === value)?.node}
      onChange={chosen =>
        setFilters({ ...filters, any: { ...filters.any, [name]: chosen } })
      }
    />
  );
}
