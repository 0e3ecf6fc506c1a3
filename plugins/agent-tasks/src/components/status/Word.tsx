import Box from '@mui/material/Box';
import { Tone, tones } from '../../theme/tones';
import { WordLook } from '../../words/taskWords';

/** Icon and word in their tone; the word says it all, the rest helps the eye. */
export function Word(props: WordLook & { children: string }) {
  const { Icon, tone, children } = props;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.75,
        height: 24,
        borderRadius: 'var(--bui-radius-2)',
        fontSize: 'var(--bui-font-size-2)',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        ...coloursOf(tone),
      }}
    >
      <Icon size={14} aria-hidden />
      {children}
    </Box>
  );
}

function coloursOf(tone: Tone) {
  const { text, ground } = tones[tone];
  return { color: text, backgroundColor: ground };
}
