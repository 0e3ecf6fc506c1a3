import { Page } from '@playwright/test';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';
import { tabTo } from './tabTo';

const SERVICE = '/catalog/default/component/payments-api';

const controls = (page: Page) => ({
  run: page.getByRole('button', { name: 'Run agent task' }),
  template: page
    .getByRole('dialog')
    .getByRole('button', { name: /Upgrade a dependency/ }),
  dependency: page.getByRole('textbox', { name: /^Dependency/ }),
  version: page.getByRole('textbox', { name: /^Version/ }),
  send: page
    .getByRole('dialog')
    .getByRole('button', { name: 'Run', exact: true }),
  outlook: page.getByRole('dialog').getByRole('status'),
});

test('a task is run from the page of a service, by mouse', async ({ page }) => {
  await signInAs(page, 'Ana Moreira');
  await page.goto(SERVICE);
  // The sidebar has a link of this name, too.
  await page.locator(`a[href="${SERVICE}/agent-tasks"]`).click();
  const { run, template, dependency, version, outlook, send } = controls(page);
  await run.click();
  await template.click();
  await dependency.fill('express');
  await version.fill('4.21.2');
  await expect(outlook).toContainText('credits');
  await send.click();
  await expectAsked(page, 'express');
});

test('a task is run from the page of a service, by keyboard alone', async ({
  page,
}) => {
  await signInAs(page, 'Ana Moreira');
  await page.goto(`${SERVICE}/agent-tasks`);
  const { run, template, dependency, version, outlook } = controls(page);
  await tabTo(run);
  await page.keyboard.press('Enter');
  await tabTo(template);
  await page.keyboard.press('Enter');
  await tabTo(dependency);
  await page.keyboard.type('undici');
  await tabTo(version);
  await page.keyboard.type('7.10.0');
  await expect(outlook).toContainText('credits');
  await page.keyboard.press('Control+Enter');
  await expectAsked(page, 'undici');
});

/** Its own page says what was asked for. */
async function expectAsked(page: Page, dependency: string): Promise<void> {
  await expect(page).toHaveURL(/agent-tasks\/tasks\/[0-9a-f-]{36}/);
  await page.getByRole('tab', { name: 'Prompt' }).click();
  await expect(
    page.getByText(`Upgrade the dependency ${dependency}`).first(),
  ).toBeVisible();
}
