import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { inputBaseClasses } from '@mui/material/InputBase';
import { outlinedInputClasses } from '@mui/material/OutlinedInput';
import TextField from '@mui/material/TextField';
import { ReactNode } from 'react';
import { visibleText } from '../../../words/visibleText';
import { FilterOption } from '../../../hooks/list/useEntityOptions';
import { agentTasksTranslationRef } from '../../../translations';
import { fieldLook } from './fieldLook';

const selectLook = {
  ...fieldLook,
  flex: { xs: '1 1 140px', sm: '1 1 104px' },
  minWidth: 104,
  maxWidth: { sm: 220 },
  // More specific than Material UI's own.
  [`& .${outlinedInputClasses.root}.${inputBaseClasses.sizeSmall}`]: { py: 0 },
} as const;

/** Any of several words. What was chosen is told in full by the chips below. */
export function FilterSelect(props: {
  label: string;
  chosen: readonly string[];
  options: FilterOption[];
  onChange(chosen: string[]): void;
  render?: (option: FilterOption) => ReactNode;
  /** Where the options come from elsewhere, by what is typed. */
  search?: {
    isLoading: boolean;
    onOpen(): void;
    onType(text: string): void;
  };
}) {
  const { label, chosen, options, onChange, render, search } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const listed = new Map(options.map(option => [option.value, option]));
  // An address may name what nobody knows, or what is beyond the first options: it is chosen all
  // the same, and can be taken off here as well.
  const unlisted = chosen
    .filter(value => !listed.has(value))
    .map(value => ({ value, label: visibleText(value) }));
  const known = new Map(
    [...unlisted, ...options].map(option => [option.value, option]),
  );
  return (
    <Autocomplete
      multiple
      size="small"
      disableCloseOnSelect
      disableClearable
      value={chosen.flatMap(value => known.get(value) ?? [])}
      options={[...known.values()]}
      loading={search?.isLoading}
      loadingText={t('list.loadingOptions')}
      noOptionsText={t('list.noOptions')}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      // The backend has filtered already.
      filterOptions={search && (all => all)}
      onOpen={search?.onOpen}
      onInputChange={(_, text, why) => why !== 'reset' && search?.onType(text)}
      onChange={(_, next) => onChange(next.map(({ value }) => value))}
      renderTags={() => (
        <Box component="span" sx={{ pl: 0.5, fontWeight: 600 }}>
          {chosen.length}
        </Box>
      )}
      renderOption={({ key, ...rest }, option, { selected }) => (
        <Box component="li" key={option.value} {...rest}>
          <Checkbox
            size="small"
            checked={selected}
            tabIndex={-1}
            aria-hidden
            sx={{ p: 0, mr: 1 }}
          />
          {render?.(option) ?? <bdi>{option.label}</bdi>}
        </Box>
      )}
      renderInput={params => (
        <TextField
          {...params}
          placeholder={label}
          inputProps={{ ...params.inputProps, 'aria-label': label }}
        />
      )}
      sx={selectLook}
      slotProps={{
        popper: { sx: { minWidth: 220 }, placement: 'bottom-start' },
      }}
    />
  );
}
