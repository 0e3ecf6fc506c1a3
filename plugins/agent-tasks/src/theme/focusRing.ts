/**
 * Core's ring is nearly as dark as the ground in the dark theme, 1.7 : 1 where WCAG 1.4.11 asks for
 * 3 : 1; there the accent takes its place. In the light theme it is core's own.
 */
const inTheDark = '[data-theme-mode="dark"] &';
const ring = 'var(--bui-ring)';
const ringInTheDark = 'var(--bui-accent-bg)';

/** Around a control. */
export const focusRing = {
  outline: `2px solid ${ring}`,
  outlineOffset: 2,
  [inTheDark]: { outlineColor: ringInTheDark },
} as const;

/** Along the inside of its edge, where what stands around would cut it off. */
export const innerFocusRing = { ...focusRing, outlineOffset: -2 } as const;

/** As core draws it inside its quieter buttons. */
export const shadowFocusRing = {
  outline: 'none',
  boxShadow: `inset 0 0 0 2px ${ring}`,
  [inTheDark]: { boxShadow: `inset 0 0 0 2px ${ringInTheDark}` },
} as const;

/** Of a field, whose border is there all the time: where both are light, it also grows. */
export const borderFocusRing = {
  borderColor: ring,
  borderWidth: 1,
  [inTheDark]: { borderColor: ringInTheDark, borderWidth: 2 },
} as const;

/** At the start of the row that the keys stand on. */
export const activeRowMark = {
  boxShadow: `inset 3px 0 ${ring}`,
  [inTheDark]: { boxShadow: `inset 3px 0 ${ringInTheDark}` },
} as const;
