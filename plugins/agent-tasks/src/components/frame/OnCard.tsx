import Paper from '@mui/material/Paper';
import { ReactNode } from 'react';

/** Ours on a card that another draws: nothing of it is seen but that small text can be read there. */
export function OnCard(props: { children: ReactNode }) {
  return (
    <Paper
      square
      sx={{ height: '100%', backgroundColor: 'transparent', color: 'inherit' }}
    >
      {props.children}
    </Paper>
  );
}
