import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { tones } from '../../theme/tones';
import { agentTasksTranslationRef } from '../../translations';
import { DiffLine, lineDiff } from '../../words/lineDiff';
import { visibleText } from '../../words/visibleText';

const looks = {
  same: { sign: ' ', element: 'span', sx: {} },
  removed: {
    sign: '−',
    element: 'del',
    sx: { backgroundColor: tones.bad.ground, color: tones.bad.text },
  },
  added: {
    sign: '+',
    element: 'ins',
    sx: { backgroundColor: tones.good.ground, color: tones.good.text },
  },
} as const;

/** The lines of two prompts that differ, each with a line around it; signs say it without colour. */
export function PromptDifference(props: { before: string; after: string }) {
  const { before, after } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const parts = useMemo(
    () => differingParts(lineDiff(before, after)),
    [before, after],
  );
  if (parts.length === 0) return <>{t('task.approve.lastSame')}</>;
  return (
    <Box
      component="pre"
      dir="auto"
      tabIndex={0}
      role="region"
      aria-label={t('task.approve.difference')}
      sx={{
        m: 0,
        py: 1,
        maxHeight: '30vh',
        overflow: 'auto',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        fontFamily: 'var(--bui-font-monospace)',
        fontSize: 'var(--bui-font-size-2)',
        lineHeight: 1.5,
        borderRadius: 'var(--bui-radius-2)',
        backgroundColor: 'var(--bui-bg-neutral-2)',
      }}
    >
      {parts.map((lines, index) => (
        <Box
          component="span"
          key={index}
          sx={{
            display: 'block',
            '& + &': { borderTop: '1px dashed var(--bui-border-2)' },
          }}
        >
          {lines.map((line, at) => (
            <Line key={at} {...line} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function Line({ kind, text }: DiffLine) {
  const { sign, element, sx } = looks[kind];
  return (
    <Box
      component={element}
      sx={{
        display: 'grid',
        gridTemplateColumns: '2ch minmax(0, 1fr)',
        px: 1.5,
        textDecoration: 'none',
        ...sx,
      }}
    >
      <span>{`${sign} `}</span>
      <span>{`${visibleText(text)}\n`}</span>
    </Box>
  );
}

/** Runs of lines that differ, with a line before and after; none where all are the same. */
function differingParts(lines: readonly DiffLine[]): DiffLine[][] {
  const differs = (at: number) =>
    lines[at] !== undefined && lines[at].kind !== 'same';
  const parts: DiffLine[][] = [];
  let isOpen = false;
  lines.forEach((line, at) => {
    const isShown = [at - 1, at, at + 1].some(differs);
    if (isShown && !isOpen) parts.push([]);
    if (isShown) parts[parts.length - 1].push(line);
    isOpen = isShown;
  });
  return parts;
}
