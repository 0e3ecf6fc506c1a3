import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';

/** Heads one part of a tab. */
export function SectionTitle(props: { children: ReactNode; id?: string }) {
  return (
    <Typography
      id={props.id}
      component="h3"
      sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600, mb: 0.75 }}
    >
      {props.children}
    </Typography>
  );
}
