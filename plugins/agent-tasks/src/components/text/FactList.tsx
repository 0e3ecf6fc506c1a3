import Box from '@mui/material/Box';
import { ReactNode } from 'react';

/** Names and their values, side by side where there is room. */
export function FactList(props: {
  facts: readonly { name: string; value: ReactNode }[];
}) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(88px, max-content) minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.75,
        fontSize: 'var(--bui-font-size-3)',
      }}
    >
      {props.facts.map(({ name, value }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'var(--bui-fg-secondary)' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
