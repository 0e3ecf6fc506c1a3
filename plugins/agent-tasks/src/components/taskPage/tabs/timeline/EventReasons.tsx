import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { TimelineWords } from '../../words/timelineWords';

/** Why an event happened and what it led to, a line each. */
export function EventReasons({ words }: { words: TimelineWords }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { reason, failure, held, outcome, corrects, flags } = words;
  const lines = [
    held && t('task.timeline.waits', { why: t(`held.${held}`) }),
    reason && t('task.timeline.why', { reason: visibleText(reason) }),
    failure && t('task.timeline.failure', { failure: t(`failure.${failure}`) }),
    outcome && t('task.timeline.outcome', { outcome: t(`outcome.${outcome}`) }),
    corrects &&
      t('task.timeline.corrects', { outcome: t(`outcome.${corrects}`) }),
    ...flags.map(flag =>
      t('task.timeline.flag', { flag: t(`task.flag.${flag}`) }),
    ),
  ].filter(line => line !== null);
  return (
    <>
      {lines.map(line => (
        <Box component="div" key={line} dir="auto">
          {line}
        </Box>
      ))}
    </>
  );
}
