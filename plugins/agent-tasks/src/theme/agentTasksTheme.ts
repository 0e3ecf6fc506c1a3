import { outlinedInputClasses } from '@mui/material/OutlinedInput';
import { createTheme, Theme } from '@mui/material/styles';
import {
  borderFocusRing,
  focusRing,
  innerFocusRing,
  shadowFocusRing,
} from './focusRing';

const font = 'var(--bui-font-regular)';
const solid = 'var(--bui-accent-bg)';
/** What a quiet button stands out from: its ground is one step above what it stands on. */
const BUTTON_GROUND = '--agent-tasks-button-ground';

/** On raised ground core's own token has too little contrast for small text. */
const readableInTheDark = {
  '[data-theme-mode="dark"] &': {
    '--bui-fg-secondary':
      'color-mix(in srgb, var(--bui-fg-primary) 80%, transparent)',
  },
};

/**
 * Material UI laid over the tokens of Backstage's own components, so that nobody sees where a core
 * page ends and ours begins. Whoever changes the tokens changes our pages with them.
 */
export function agentTasksTheme(outer: Theme): Theme {
  return createTheme({
    ...outer,
    typography: {
      ...outer.typography,
      ...inOneFont(outer),
      fontFamily: font,
      button: {
        ...outer.typography.button,
        fontFamily: font,
        fontSize: 'var(--bui-font-size-3)',
        fontWeight: 600,
        textTransform: 'none',
        letterSpacing: 0,
      },
    },
    components: {
      ...outer.components,
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&.Mui-focusVisible': innerFocusRing } },
      },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: {
          root: {
            minHeight: 32,
            padding: '0 var(--bui-space-2)',
            fontSize: 'var(--bui-font-size-3)',
            lineHeight: 1.15,
            borderRadius: 'var(--bui-radius-2)',
            ...readableInTheDark,
          },
          contained: {
            color: 'var(--bui-accent-fg)',
            backgroundColor: solid,
            '&.Mui-focusVisible': { ...focusRing, boxShadow: 'none' },
            '&:hover': { backgroundColor: 'var(--bui-accent-bg-hover)' },
            '&.Mui-disabled': {
              color: 'var(--bui-accent-fg-disabled)',
              backgroundColor: 'var(--bui-accent-bg-disabled)',
            },
          },
          outlined: {
            color: 'var(--bui-fg-primary)',
            backgroundColor: `var(${BUTTON_GROUND}, var(--bui-bg-neutral-1))`,
            // On a card of core's.
            '[data-bg="neutral-1"] &': {
              [BUTTON_GROUND]: 'var(--bui-bg-neutral-2)',
            },
            borderColor: 'transparent',
            '&.Mui-focusVisible': shadowFocusRing,
            '&:hover': {
              backgroundColor: 'var(--bui-bg-neutral-3)',
              borderColor: 'transparent',
            },
          },
          text: {
            color: 'var(--bui-fg-primary)',
            '&.Mui-focusVisible': shadowFocusRing,
          },
        },
      },
      MuiIconButton: {
        styleOverrides: {
          root: {
            color: 'var(--bui-fg-primary)',
            fontSize: 'var(--bui-font-size-3)',
            borderRadius: 'var(--bui-radius-2)',
            '&.Mui-focusVisible': shadowFocusRing,
          },
        },
      },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: {
          root: {
            color: 'var(--bui-fg-primary)',
            backgroundColor: 'var(--bui-bg-neutral-1)',
            backgroundImage: 'none',
            [BUTTON_GROUND]: 'var(--bui-bg-neutral-2)',
            ...readableInTheDark,
          },
          rounded: { borderRadius: 'var(--bui-radius-3)' },
        },
      },
      MuiDialog: {
        styleOverrides: {
          paper: {
            borderRadius: 'var(--bui-radius-3)',
            border: '1px solid var(--bui-border-1)',
            // eslint-disable-next-line @backstage/no-deprecated-bui-tokens -- Core's own dialog still casts this shadow, and no token has come in its place.
            boxShadow: 'var(--bui-shadow)',
            backgroundColor: 'var(--bui-bg-app)',
            [BUTTON_GROUND]: 'var(--bui-bg-neutral-1)',
          },
          paperFullScreen: { borderRadius: 0, border: 0 },
        },
      },
      MuiMenu: {
        styleOverrides: {
          paper: {
            borderRadius: 'var(--bui-radius-2)',
            border: '1px solid var(--bui-border-2)',
          },
        },
      },
      MuiChip: {
        styleOverrides: {
          root: { fontFamily: font, borderRadius: 'var(--bui-radius-2)' },
        },
      },
      MuiTab: {
        styleOverrides: {
          root: {
            minWidth: 0,
            minHeight: 36,
            padding: '0 var(--bui-space-2)',
            fontSize: 'var(--bui-font-size-3)',
            fontWeight: 'var(--bui-font-weight-regular)',
            lineHeight: 1.15,
            textTransform: 'none',
          },
        },
      },
      MuiTabs: {
        styleOverrides: {
          root: { minHeight: 36 },
          indicator: { backgroundColor: 'var(--bui-fg-primary)' },
        },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          root: {
            fontSize: 'var(--bui-font-size-3)',
            borderRadius: 'var(--bui-radius-2)',
            [`& .${outlinedInputClasses.notchedOutline}`]: {
              borderColor: 'var(--bui-border-2)',
            },
            [`&.Mui-focused .${outlinedInputClasses.notchedOutline}`]:
              borderFocusRing,
          },
        },
      },
      MuiInputLabel: {
        styleOverrides: { root: { '&.Mui-focused': { color: 'inherit' } } },
      },
      MuiSlider: {
        styleOverrides: { thumb: { '&.Mui-focusVisible': focusRing } },
      },
      MuiAlert: { styleOverrides: { action: { whiteSpace: 'nowrap' } } },
      MuiAlertTitle: {
        styleOverrides: { root: { fontSize: 'inherit', fontWeight: 600 } },
      },
      MuiTooltip: {
        styleOverrides: { tooltip: { fontFamily: font, fontSize: 12 } },
      },
      MuiLink: {
        defaultProps: { underline: 'hover' },
        styleOverrides: {
          root: {
            '&.Mui-focusVisible': {
              ...focusRing,
              borderRadius: 'var(--bui-radius-1)',
            },
          },
        },
      },
      MuiDivider: {
        styleOverrides: { root: { borderColor: 'var(--bui-border-2)' } },
      },
    },
  });
}

const VARIANTS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'subtitle1',
  'subtitle2',
  'body1',
  'body2',
  'caption',
  'overline',
] as const;

/** Each variant names a font of its own, which would win over the theme's. */
function inOneFont({ typography }: Theme) {
  return Object.fromEntries(
    VARIANTS.map(variant => [
      variant,
      { ...typography[variant], fontFamily: font },
    ]),
  );
}
