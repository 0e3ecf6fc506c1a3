import Box from '@mui/material/Box';
import { ReactNode } from 'react';

/** What is told, and beside it what is known; below each other where there is no room. */
export function TaskColumns(props: { main: ReactNode; side: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: 'minmax(0, 1fr) minmax(280px, 340px)',
        },
      }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {props.main}
      </Box>
      {props.side}
    </Box>
  );
}
