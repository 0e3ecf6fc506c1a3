import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { useIsCutOff } from '../../hooks/inbox/useIsCutOff';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { LoadingRows } from '../faces/LoadingRows';

const LINES = 8;

const promptStyle = {
  m: 0,
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontFamily: 'var(--bui-font-monospace)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.5,
} as const;

/** Around the text and not of it: lines that are cut off would show in its padding. */
const groundStyle = {
  px: 1.5,
  py: 1,
  borderRadius: 'var(--bui-radius-2)',
  backgroundColor: 'var(--bui-bg-neutral-2)',
} as const;

/** How the prompt begins, and all of it on demand: a yes is a yes to this. */
export function PromptStart(props: {
  prompt: string | null | undefined;
  isLoading: boolean;
}) {
  const { prompt, isLoading } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const headId = useId();
  const textId = useId();
  const text = useRef<HTMLElement>(null);
  const isCutOff = useIsCutOff(text, prompt);
  return (
    <Box component="section" aria-labelledby={headId}>
      <Typography
        id={headId}
        component="h3"
        sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600, mb: 0.5 }}
      >
        {t('inbox.prompt')}
      </Typography>
      {isLoading && <LoadingRows rows={1} height={150} />}
      {prompt === null && (
        <Typography variant="body2">{t('inbox.noPrompt')}</Typography>
      )}
      {prompt && (
        <>
          <Box sx={groundStyle}>
            <Box
              ref={text}
              id={textId}
              component="pre"
              dir="auto"
              sx={promptStyle}
              style={isOpen ? undefined : { WebkitLineClamp: LINES }}
            >
              {visibleText(prompt)}
            </Box>
          </Box>
          {(isOpen || isCutOff) && (
            <Button
              variant="text"
              aria-expanded={isOpen}
              aria-controls={textId}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'inbox.promptLess' : 'inbox.promptMore')}
            </Button>
          )}
        </>
      )}
    </Box>
  );
}
