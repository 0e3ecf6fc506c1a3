import Box from '@mui/material/Box';
import { ReactNode, useId } from 'react';
import { SectionTitle } from './SectionTitle';

/** One thing among its like: a pull request, a session. */
export function Piece(props: { title: ReactNode; children: ReactNode }) {
  const titleId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{
        p: 2,
        border: '1px solid var(--bui-border-1)',
        borderRadius: 'var(--bui-radius-2)',
      }}
    >
      <SectionTitle id={titleId}>{props.title}</SectionTitle>
      {props.children}
    </Box>
  );
}
