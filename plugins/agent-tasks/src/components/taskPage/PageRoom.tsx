import Box from '@mui/material/Box';
import { ReactNode } from 'react';

/** The one main part of a page, in line with the framework's header above it. */
export function PageRoom(props: { children: ReactNode }) {
  return (
    <Box component="main" sx={{ px: 2.5, pb: 3 }}>
      {props.children}
    </Box>
  );
}
