import { useTranslationRef } from '@backstage/frontend-plugin-api';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { RiSearchLine } from '@remixicon/react';
import { KeyboardEvent, RefObject, useEffect, useRef, useState } from 'react';
import { ListFilters } from '../../../hooks/list/listFilters';
import { agentTasksTranslationRef } from '../../../translations';
import { fieldLook } from './fieldLook';

/** Long enough that a word is typed before it is asked for. */
const PAUSE_MS = 300;
/** As the API takes it. */
const MOST_CHARACTERS = 200;

/** Filters by words once typing has paused, or at once with Enter. */
export function SearchField(props: {
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
  inputRef: RefObject<HTMLInputElement>;
}) {
  const { filters, setFilters, inputRef } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { text, setText, settle } = useSettledText(filters.q, q =>
    setFilters({ ...filters, q }),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter') settle(text);
    if (event.key !== 'Escape') return;
    if (text) settle('');
    else inputRef.current?.blur();
  };
  return (
    <TextField
      size="small"
      type="search"
      placeholder={t('list.search')}
      value={text}
      inputRef={inputRef}
      onChange={event => setText(event.target.value)}
      onKeyDown={onKeyDown}
      inputProps={{
        'aria-label': t('list.search'),
        'aria-keyshortcuts': '/',
        dir: 'auto',
        maxLength: MOST_CHARACTERS,
      }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <RiSearchLine size={16} aria-hidden />
          </InputAdornment>
        ),
      }}
      sx={{
        ...fieldLook,
        flex: '1 1 160px',
        minWidth: 160,
        maxWidth: { sm: 320 },
      }}
    />
  );
}

function useSettledText(given: string, onSettled: (text: string) => void) {
  const [text, setText] = useState(given);
  const latest = useRef(onSettled);
  latest.current = onSettled;
  // "Clear filters", or a step back in the browser.
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    const settled = text.trim();
    if (settled === given) return undefined;
    const timer = setTimeout(() => latest.current(settled), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, given]);
  const settle = (now: string) => {
    setText(now);
    if (now.trim() !== given) latest.current(now.trim());
  };
  return { text, setText, settle };
}
