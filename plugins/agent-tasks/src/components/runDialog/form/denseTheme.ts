import { createTheme, Theme } from '@mui/material/styles';

/** Fields and what is said about them, as close together as in the core pages. */
export function denseTheme(outer: Theme): Theme {
  return createTheme({
    ...outer,
    components: {
      ...outer.components,
      MuiTextField: { defaultProps: { size: 'small' } },
      MuiInputLabel: {
        ...outer.components?.MuiInputLabel,
        styleOverrides: {
          root: {
            fontSize: 'var(--bui-font-size-3)',
            '&.Mui-focused': { color: 'inherit' },
          },
        },
      },
      MuiFormControlLabel: {
        styleOverrides: { label: { fontSize: 'var(--bui-font-size-3)' } },
      },
      MuiFormHelperText: {
        styleOverrides: {
          root: {
            marginLeft: 0,
            marginRight: 0,
            fontSize: 'var(--bui-font-size-2)',
          },
        },
      },
    },
  });
}
