import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { useCallback, useReducer, useRef, useState } from 'react';
import { INBOX_GROUPS, WaitingRows } from '../../hooks/inbox/inboxRows';
import { useDocumentTitle } from '../../hooks/inbox/useDocumentTitle';
import { useInboxDesk } from '../../hooks/inbox/useInboxDesk';
import { useInboxView } from '../../hooks/inbox/useInboxView';
import { useKeys } from '../../hooks/keyboard/useKeys';
import { useKeysSwitch } from '../../hooks/keyboard/useKeysSwitch';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { InboxDesk } from './InboxDesk';
import { EmptyInbox, NothingMatches, StaleNote } from './InboxFaces';
import { InboxToolbar } from './InboxToolbar';
import { KeyHelp } from './KeyHelp';
import { LiveLine } from './LiveLine';

/** As far from the edges as the framework's header. */
const pageStyle = { px: 2.5, pt: 0.5 } as const;

/** The inbox with all its faces. */
export function Inbox() {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [view, setView] = useInboxView();
  const [filter, setFilter] = useState('');
  const [isPointed, setPointed] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [areKeysOn, switchKeys] = useKeysSwitch();
  const [focusWish, wishFocus] = useReducer((wishes: number) => wishes + 1, 0);
  const [hint, setHint] = useState('');
  const filterField = useRef<HTMLInputElement>(null);
  const desk = useInboxDesk(view, filter, isPointed);
  const { read, rows, selection, notes } = desk;

  const awake = read.waiting ? countAwake(read.waiting) : 0;
  useDocumentTitle(
    awake > 0
      ? t('inbox.titleCount', { waiting: String(awake) })
      : t('inbox.title'),
  );
  useKeys(
    {
      '?': () => setHelpOpen(true),
      '/': () => filterField.current?.focus(),
    },
    areKeysOn,
  );
  const clearFilter = useCallback(() => {
    setFilter('');
    wishFocus();
  }, []);
  const showUpdates = () => {
    desk.showFresh();
    wishFocus();
  };

  const body = () => {
    if (read.isDenied || (read.error && !read.waiting)) {
      return (
        read.error && <ErrorFace error={read.error} onRetry={read.readAgain} />
      );
    }
    if (!read.waiting) return <LoadingRows rows={6} height={60} />;
    if (rows.length > 0) {
      return (
        <InboxDesk
          desk={desk}
          waiting={read.waiting}
          view={view}
          areKeysOn={areKeysOn}
          focusWish={focusWish}
          onFocusWish={wishFocus}
          onPointer={setPointed}
          onHint={setHint}
        />
      );
    }
    return filter.trim() ? (
      <NothingMatches text={filter.trim()} onClear={clearFilter} />
    ) : (
      <EmptyInbox view={view} onView={setView} />
    );
  };

  const { row } = selection;
  return (
    <Box component="main" sx={pageStyle}>
      <InboxToolbar
        view={view}
        onView={setView}
        filter={filter}
        onFilter={setFilter}
        filterRef={filterField}
        onFilterDone={wishFocus}
        updates={desk.updates}
        onUpdates={showUpdates}
        onKeys={() => setHelpOpen(true)}
      />
      {read.error && read.waiting && !read.isDenied && (
        <StaleNote read={read} />
      )}
      {body()}
      <LiveLine
        pending={row && desk.fateOf(row).pending}
        latest={notes.latest?.note}
        updates={desk.updates}
        hint={hint}
      />
      {isHelpOpen && (
        <KeyHelp
          isOn={areKeysOn}
          onSwitch={switchKeys}
          onClose={() => setHelpOpen(false)}
        />
      )}
    </Box>
  );
}

function countAwake({ counts }: WaitingRows): number {
  return INBOX_GROUPS.reduce(
    (sum, group) => sum + (group === 'snoozed' ? 0 : counts[group]),
    0,
  );
}
