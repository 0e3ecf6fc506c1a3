import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { filledParts } from '../../words/filledParts';
import { visibleText } from '../../words/visibleText';

const markStyle = {
  px: 0.25,
  fontWeight: 600,
  color: 'inherit',
  backgroundColor: 'var(--bui-announcement-bg-subdued)',
  borderRadius: 'var(--bui-radius-1)',
  // A value that runs over a line end is marked on both lines.
  boxDecorationBreak: 'clone',
  unicodeBidi: 'isolate',
} as const;

/** A prompt as text, with what a person filled in told from the template's own words. */
export function MarkedPrompt(props: { prompt: string; values: unknown }) {
  const { prompt, values } = props;
  return (
    <>
      {filledParts(prompt, values).map(({ text, isFilled }, index) =>
        isFilled ? (
          <Box component="mark" key={index} sx={markStyle}>
            {visibleText(text)}
          </Box>
        ) : (
          <Fragment key={index}>{visibleText(text)}</Fragment>
        ),
      )}
    </>
  );
}
