import { expect, Locator } from '@playwright/test';

const MOST_STOPS = 120;

/** Goes to a control with the Tab key alone, as somebody without a mouse does. */
export async function tabTo(control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const page = control.page();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await control.evaluate(it => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${control}`);
}
