import { useCallback, useState } from 'react';

export const THEMES = ['light', 'dark'] as const;

/** One of them. */
export type Theme = (typeof THEMES)[number];

/** Where a portal keeps which theme was chosen; the frame reads it. */
const KEY = 'theme';

/** The theme of the page that is looked at. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const stored = localStorage.getItem(KEY);
    const known = THEMES.find(one => one === stored) ?? 'light';
    localStorage.setItem(KEY, known);
    return known;
  });
  const choose = useCallback((chosen: Theme) => {
    localStorage.setItem(KEY, chosen);
    setTheme(chosen);
  }, []);
  return [theme, choose];
}
