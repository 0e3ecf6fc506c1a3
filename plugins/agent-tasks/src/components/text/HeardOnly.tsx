import Box from '@mui/material/Box';
import { ReactNode } from 'react';

/** Read out, not shown: what the eye has already. */
export function HeardOnly(props: { children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        // As text: a bare 1 means the whole width here.
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {props.children}
    </Box>
  );
}
