import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';

/** Fields that belong together, under one name. */
export function Fieldset(props: {
  titleId: string;
  title: string | undefined;
  children: ReactNode;
}) {
  const { titleId, title, children } = props;
  return (
    <Box
      component="fieldset"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        minWidth: 0,
        m: 0,
        px: 2,
        pt: 0.5,
        pb: 2,
        border: '1px solid var(--bui-border-2)',
        borderRadius: 'var(--bui-radius-2)',
      }}
    >
      {title && (
        <Typography
          component="legend"
          id={titleId}
          sx={{ px: 0.5, fontSize: 'var(--bui-font-size-2)', fontWeight: 600 }}
        >
          {title}
        </Typography>
      )}
      {children}
    </Box>
  );
}
