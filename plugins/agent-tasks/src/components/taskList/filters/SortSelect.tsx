import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  LIST_SORTS,
  ListFilters,
  ListSort,
} from '../../../hooks/list/listFilters';
import { agentTasksTranslationRef } from '../../../translations';
import { fieldLook } from './fieldLook';

/** Field and direction in one, as people say it. */
export function SortSelect(props: {
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
}) {
  const { filters, setFilters } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <TextField
      select
      size="small"
      inputProps={{ 'aria-label': t('list.sort.label') }}
      value={filters.sort}
      onChange={event =>
        setFilters({ ...filters, sort: event.target.value as ListSort })
      }
      sx={{ ...fieldLook, width: 168, ml: 'auto' }}
    >
      {(Object.keys(LIST_SORTS) as ListSort[]).map(sort => (
        <MenuItem key={sort} value={sort}>
          {t(`list.sort.${sort}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
