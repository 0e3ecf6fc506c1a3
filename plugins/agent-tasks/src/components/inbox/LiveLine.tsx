import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { Note } from '../../hooks/inbox/noteOf';
import { agentTasksTranslationRef } from '../../translations';
import { useFateWords } from './useFateWords';

/** Read aloud, and out of sight: the rows show the same. */
const hidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** The one line that is read aloud: what came of the last deed, and how much has come since. */
export function LiveLine(props: {
  /** What the selected row's command waits for. */
  pending: string | undefined;
  latest: Note | undefined;
  updates: number;
  /** Said instead of a deed. */
  hint: string;
}) {
  const { pending, latest, updates, hint } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [said, say] = useState('');
  const facts = { hasLeft: false, readAt: 0 };
  const wait = useFateWords({ ...facts, pending, note: undefined });
  const deed = useFateWords({ ...facts, pending: undefined, note: latest });
  const news = updates > 0 ? t('inbox.updates', { count: updates }) : '';
  useEffect(() => say(deed), [deed, latest]);
  useEffect(() => {
    if (wait) say(wait);
  }, [wait]);
  useEffect(() => {
    if (news) say(news);
  }, [news]);
  useEffect(() => {
    if (hint) say(hint);
  }, [hint]);
  return (
    <Box role="status" aria-live="polite" sx={hidden}>
      {said}
    </Box>
  );
}
