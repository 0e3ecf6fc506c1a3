import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RemixiconComponentType } from '@remixicon/react';
import { ReactNode } from 'react';

/** Nothing there, said kindly, with what to do next. */
export function EmptyFace(props: {
  Icon: RemixiconComponentType;
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  const { Icon, title, hint, action } = props;
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 6,
        textAlign: 'center',
        color: 'var(--bui-fg-secondary)',
      }}
    >
      <Icon size={32} aria-hidden />
      <Typography
        component="h2"
        sx={{
          fontSize: 'var(--bui-font-size-4)',
          fontWeight: 600,
          color: 'var(--bui-fg-primary)',
        }}
      >
        {title}
      </Typography>
      {hint && (
        <Typography variant="body2" sx={{ maxWidth: '60ch' }}>
          {hint}
        </Typography>
      )}
      {action && <Box sx={{ mt: 1 }}>{action}</Box>}
    </Box>
  );
}
