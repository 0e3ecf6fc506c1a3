import Box from '@mui/material/Box';

/** A key, for the eye: the name of a button is not read with it. */
export function KeyCap({ children }: { children: string }) {
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        ml: 0.75,
        px: 0.5,
        minWidth: 18,
        fontFamily: 'inherit',
        fontSize: 'var(--bui-font-size-1)',
        lineHeight: '16px',
        textAlign: 'center',
        border: '1px solid currentColor',
        borderRadius: 'var(--bui-radius-1)',
        opacity: 0.75,
      }}
    >
      {children}
    </Box>
  );
}
