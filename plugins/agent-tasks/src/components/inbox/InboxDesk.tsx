import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { WaitingRows } from '../../hooks/inbox/inboxRows';
import { useInboxDesk } from '../../hooks/inbox/useInboxDesk';
import { useRoomBelow } from '../../hooks/inbox/useRoomBelow';
import { InboxView } from '../../hooks/inbox/useInboxView';
import { Step } from '../../hooks/inbox/useSelection';
import { Question, useVerbs } from '../../hooks/inbox/useVerbs';
import { useKeys } from '../../hooks/keyboard/useKeys';
import { useMe } from '../../hooks/list/useMe';
import { taskRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { deskStyle, paneStyle } from './deskStyle';
import { InboxList } from './InboxList';
import { InboxQuestion } from './InboxQuestion';
import { Peek } from './Peek';
import { PeekSheet } from './PeekSheet';
import { sentOf } from './sentOf';
import { SnoozeChoices } from './SnoozeChoices';

/** Where there is no room for a sidebar, the portal has its navigation at the bottom. */
const BOTTOM_BAR = '72px';

/** The list, the peek beside it, and the keys that work on both. */
export function InboxDesk(props: {
  desk: ReturnType<typeof useInboxDesk>;
  waiting: WaitingRows;
  view: InboxView;
  areKeysOn: boolean;
  focusWish: number;
  onFocusWish: () => void;
  onPointer: (isInside: boolean) => void;
  onHint: (hint: string) => void;
}) {
  const { desk, waiting, areKeysOn, onFocusWish } = props;
  const { rows, selection, fateOf } = desk;
  const { row } = selection;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const navigate = useNavigate();
  const taskPage = useRouteRef(taskRouteRef);
  const me = useMe();
  const isNarrow = useMediaQuery(useTheme().breakpoints.down('md'));
  const [wantsPeek, setWantsPeek] = useState<boolean>();
  const [asked, setAsked] = useState<{ question: Question; id: string }>();
  const [snoozing, setSnoozing] = useState<HTMLElement>();
  const desktop = useRef<HTMLDivElement>(null);
  const top = useRoomBelow(desktop);
  const isPeeked = wantsPeek ?? !isNarrow;

  const { verbs, run, triage } = useVerbs({
    row,
    isPeeked,
    onQuestion: question => row && setAsked({ question, id: row.id }),
    onSnooze: anchor =>
      setSnoozing(
        anchor ??
          desktop.current?.querySelector<HTMLElement>(
            '[role="row"][aria-selected="true"]',
          ) ??
          undefined,
      ),
    onUnseen: () => {
      setWantsPeek(true);
      props.onHint(t('inbox.lookFirst'));
    },
  });
  const move = (step: Step) => {
    selection.move(step);
    onFocusWish();
    props.onHint('');
  };
  const { select } = selection;
  const selectRow = useCallback(
    (id: string) => {
      select(id);
      onFocusWish();
      if (isNarrow) setWantsPeek(true);
    },
    [select, onFocusWish, isNarrow],
  );
  const open = () => row && taskPage && navigate(taskPage({ id: row.id }));
  const togglePeek = () => setWantsPeek(!isPeeked);
  const undo = () => {
    if (!row || fateOf(row).pending === undefined) return;
    triage.undo(row.id);
    props.onHint(t('inbox.undone'));
  };
  useKeys(
    {
      j: () => move('next'),
      k: () => move('previous'),
      ' ': togglePeek,
      Enter: open,
      Escape: onFocusWish,
      u: undo,
      y: () => {
        props.onHint('');
        run('approve');
      },
      n: () => run('reject'),
      e: () => run('acknowledge'),
      a: () => run('assign'),
      h: () => run('snooze'),
      c: () => run('cancel'),
      r: () => run('retry'),
      o: () => (verbs.includes('review') ? run('review') : run('open')),
    },
    areKeysOn,
  );
  const peek = row && (
    <Peek
      task={row.task}
      fate={fateOf(row)}
      verbs={verbs}
      pending={fateOf(row).pending}
      showsKeys={areKeysOn && !isNarrow}
      onVerb={(verb, button) => {
        run(verb, button);
        // The button may be gone with what it did: the row keeps the focus.
        if (verb !== 'snooze' && !isNarrow) onFocusWish();
      }}
      onUndo={() => {
        undo();
        if (!isNarrow) onFocusWish();
      }}
      onClose={() => {
        setWantsPeek(false);
        onFocusWish();
      }}
    />
  );
  const askedRow = asked && rows.find(({ id }) => id === asked.id);
  return (
    <Box
      ref={desktop}
      sx={deskStyle}
      style={{
        height: `calc(100dvh - ${top}px - ${
          isNarrow ? BOTTOM_BAR : 'var(--bui-space-5)'
        })`,
      }}
      data-peek={isPeeked && !isNarrow}
    >
      <Paper sx={paneStyle}>
        <InboxList
          rows={rows}
          fateOf={fateOf}
          sent={group => sentOf(group, waiting, props.view, me)}
          selectedId={row?.id}
          focusWish={props.focusWish}
          onSelect={selectRow}
          onMove={move}
          onOpen={open}
          onPeek={togglePeek}
          onPointer={props.onPointer}
        />
      </Paper>
      {isPeeked && !isNarrow && (
        <Paper
          component="aside"
          aria-label={t('inbox.peek')}
          sx={{ ...paneStyle, overflowY: 'auto' }}
        >
          {peek}
        </Paper>
      )}
      {isPeeked && isNarrow && (
        <PeekSheet onClose={() => setWantsPeek(false)}>{peek}</PeekSheet>
      )}
      {asked && askedRow && (
        <InboxQuestion
          question={asked.question}
          task={askedRow.task}
          onClose={() => {
            setAsked(undefined);
            onFocusWish();
          }}
        />
      )}
      {snoozing && row && (
        <SnoozeChoices
          anchor={snoozing}
          onChoose={until => {
            setSnoozing(undefined);
            onFocusWish();
            triage.update(row.task, { snoozedUntil: until });
          }}
          onClose={() => setSnoozing(undefined)}
        />
      )}
    </Box>
  );
}
