import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { visibleText } from '../../words/visibleText';

/** What the agent is told, as it is: text, never markup, with nothing hidden in it. */
export function PromptText(props: {
  label: string;
  prompt: string | null;
  /** Said where the reader may not see it, or it is no longer kept. */
  missing: string;
}) {
  const { label, prompt, missing } = props;
  return (
    <Box>
      <Typography
        component="h3"
        sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600, mb: 0.5 }}
      >
        {label}
      </Typography>
      {prompt === null ? (
        <Typography variant="body2">{missing}</Typography>
      ) : (
        <Box
          component="pre"
          dir="auto"
          tabIndex={0}
          role="region"
          aria-label={label}
          sx={{
            m: 0,
            p: 1.5,
            maxHeight: '60vh',
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
          {visibleText(prompt)}
        </Box>
      )}
    </Box>
  );
}
