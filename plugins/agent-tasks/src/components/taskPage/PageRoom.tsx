import Box from '@mui/material/Box';
import { ReactNode } from 'react';

/** The room of a page, in line with the framework's header above it. */
export function PageRoom(props: { children: ReactNode }) {
  return <Box sx={{ px: 2.5, pb: 3 }}>{props.children}</Box>;
}
