import { expect, Page } from '@playwright/test';

/** Chooses a person on the demo's sign-in page, where every visit begins. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
}
