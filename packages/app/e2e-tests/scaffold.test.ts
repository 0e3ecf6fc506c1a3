import { Page } from '@playwright/test';
import { asPerson } from './asPerson';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

const ON_PAGE_MS = 10_000;
const IN_CATALOG_MS = 60_000;

/**
 * Loads a page again until it shows a text: the catalog reads a new component some seconds after
 * it was registered, and until then says on its page that there is none.
 */
async function untilOnPage(
  page: Page,
  path: string,
  { text }: { text: string },
): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible({
      timeout: ON_PAGE_MS,
    });
  }).toPass({ timeout: IN_CATALOG_MS });
}

test('a new service comes with its repository, its component and its first agent task', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const name = 'stock-levels';
  await signInAs(page, 'Ana Moreira');
  await page.goto('/create/templates/default/new-service');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: 'Owner' }).fill('Payments');
  await page.getByRole('option', { name: 'Payments' }).click();
  await page
    .getByRole('textbox', { name: /What it is for/ })
    .fill('Tells the storefront how many of a product are in stock.');
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByRole('textbox', { name: /First endpoint/ })
    .fill('GET /stock');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByRole('link', { name: 'First version, by an agent' }),
  ).toBeVisible({ timeout: 60_000 });

  await untilOnPage(page, `/catalog/default/component/${name}/agent-tasks`, {
    text: `First version of ${name}`,
  });
  const ana = await asPerson('ana');
  const { items } = await ana.tasks.list({
    entityRef: [`component:default/${name}`],
  });
  expect(items).toHaveLength(1);
  expect(items[0].via.kind).toBe('scaffolder');
});
