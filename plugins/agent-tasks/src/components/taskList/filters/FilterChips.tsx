import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RiCloseLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { ListFilters } from '../../../hooks/list/listFilters';
import { clearedTo, ListView, Me } from '../../../hooks/list/listViews';
import { agentTasksTranslationRef } from '../../../translations';
import {
  attentionMessages,
  outcomeMessages,
  statusMessages,
} from '../../../translations/status';
import { visibleText } from '../../../words/visibleText';
import { HeardOnly } from '../../text/HeardOnly';
import { EntityName } from '../rows/EntityName';
import { activeFilters } from './activeFilters';

/** Each filter that is on, in words; pressing one takes it off. */
export function FilterChips(props: {
  me: Me;
  view: ListView;
  filters: ListFilters;
  setFilters(filters: ListFilters): void;
}) {
  const { me, view, filters, setFilters } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const active = activeFilters(filters, view);
  if (active.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minWidth: 0 }}>
      {active.map(({ name, word, without }) => (
        <ChipButton
          key={`${name} ${word}`}
          onClick={() => setFilters(without)}
          action={t('list.remove')}
        >
          {t(`list.filter.${name}`)}: <FilterWord name={name} word={word} />
        </ChipButton>
      ))}
      <Button onClick={() => setFilters(clearedTo(view, me))}>
        {t('list.clear')}
      </Button>
    </Box>
  );
}

function FilterWord({ name, word }: { name: string; word: string }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (name === 'createdAfter' || name === 'createdBefore') {
    return <>{dayInWords(word)}</>;
  }
  if (/^[a-z]+:[^/]+\/[^/]+$/.test(word)) {
    return <EntityName entityRef={word} />;
  }
  if (name === 'status' && isKey(statusMessages, word)) {
    return <>{t(`status.${word}`)}</>;
  }
  if (name === 'attention' && isKey(attentionMessages, word)) {
    return <>{t(`attention.${word}`)}</>;
  }
  if (name === 'outcome' && isKey(outcomeMessages, word)) {
    return <>{t(`outcome.${word}`)}</>;
  }
  // A typed address may hold anything.
  return <bdi>{visibleText(word)}</bdi>;
}

function isKey<T extends object>(
  messages: T,
  word: string,
): word is keyof T & string {
  return Object.hasOwn(messages, word);
}

function ChipButton(props: {
  children: ReactNode;
  action: string;
  onClick(): void;
}) {
  return (
    <Button
      variant="outlined"
      onClick={props.onClick}
      endIcon={<RiCloseLine size={16} aria-hidden />}
      sx={{ fontWeight: 400, maxWidth: '100%' }}
    >
      <Box
        component="span"
        sx={{
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {props.children}
        <HeardOnly>. {props.action}</HeardOnly>
      </Box>
    </Button>
  );
}

function dayInWords(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? visibleText(iso)
    : at.toLocaleDateString();
}
