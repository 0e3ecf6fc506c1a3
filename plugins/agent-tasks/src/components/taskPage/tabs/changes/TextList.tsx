import Box from '@mui/material/Box';
import { visibleText } from '../../../../words/visibleText';

/** Lines from outside, as text: paths, commands, what an agent says. */
export function TextList(props: { items: readonly string[] }) {
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        fontFamily: 'var(--bui-font-monospace)',
        fontSize: 'var(--bui-font-size-2)',
        lineHeight: 1.6,
      }}
    >
      {[...new Set(props.items)].map(item => (
        <Box component="li" key={item} dir="auto">
          {visibleText(item)}
        </Box>
      ))}
    </Box>
  );
}
