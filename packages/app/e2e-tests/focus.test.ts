import { Page } from '@playwright/test';
import { asPerson, upgrade } from './asPerson';
import { focusRing, Stop } from './focusRing';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';
import { chooseTheme, themes } from './themes';

/** WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3;
const MOST_STOPS = 35;

const SERVICE = '/catalog/default/component/payments-ledger';

const places = [
  {
    name: 'inbox',
    path: '/agent-tasks/inbox',
    whole: (page: Page) => page.getByText('Last events'),
  },
  {
    name: 'run dialog',
    path: `${SERVICE}/agent-tasks?run=dependency-bump`,
    whole: (page: Page) => page.getByRole('textbox', { name: /^Dependency/ }),
  },
];

for (const theme of themes) {
  for (const { name, path, whole } of places) {
    test(`who goes through the ${name} by Tab always sees where they are, ${theme}`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const ana = await asPerson('ana');
      await ana.tasks.create(upgrade('payments-ledger', 'focus'), {
        idempotencyKey: 'focus',
      });
      await chooseTheme(page, theme);
      await signInAs(page, 'Bo Lindqvist');
      await page.goto(path);
      await expect(whole(page)).toBeVisible();
      const stops = await walkedBy(page);
      expect(stops.length).toBeGreaterThan(5);
      const unseen = stops.filter(({ contrast }) => contrast < LEAST_CONTRAST);
      expect(unseen).toEqual([]);
    });
  }
}

/** Every control of ours that Tab leads to, once. */
async function walkedBy(page: Page): Promise<Stop[]> {
  const stops = new Map<string, Stop>();
  for (let count = 0; count < MOST_STOPS; count++) {
    await page.keyboard.press('Tab');
    const stop = await focusRing(page);
    if (stop) stops.set(stop.control, stop);
  }
  return [...stops.values()];
}
