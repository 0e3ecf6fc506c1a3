import { asPerson } from './asPerson';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

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

  await page.goto(`/catalog/default/component/${name}/agent-tasks`);
  await expect(
    page.getByText(`First version of ${name}`).first(),
  ).toBeVisible();
  const ana = await asPerson('ana');
  const { items } = await ana.tasks.list({
    entityRef: [`component:default/${name}`],
  });
  expect(items).toHaveLength(1);
  expect(items[0].via.kind).toBe('scaffolder');
});
