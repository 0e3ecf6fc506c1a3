import { Page } from '@playwright/test';

export type Theme = 'light' | 'dark';
export const themes: readonly Theme[] = ['light', 'dark'];

/** Draws what is opened from here on as a person would have it who chose this theme. */
export async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await page.addInitScript(
    chosen => localStorage.setItem('theme', chosen),
    theme,
  );
}
