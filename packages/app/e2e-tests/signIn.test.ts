import { test, expect, trapForeignRequests } from './portalTest';
import { signInAs } from './signInAs';

test('the portal and the GitHub simulator answer', async ({ request }) => {
  for (const url of [
    '/.backstage/health/v1/readiness',
    `${process.env.SIMULATOR_URL}/api/v3/users/ana`,
  ]) {
    expect((await request.get(url)).status()).toBe(200);
  }
});

for (const { person, theirs, others } of [
  { person: 'Ana Moreira', theirs: 'payments-api', others: 'storefront-web' },
  { person: 'Chidi Okafor', theirs: 'storefront-web', others: 'payments-api' },
]) {
  test(`${person} signs in and finds the services of their team`, async ({
    page,
  }) => {
    await signInAs(page, person);
    await page.goto('/catalog?filters[kind]=component&filters[user]=owned');
    const table = page.getByRole('table');
    await expect(table.getByText(theirs, { exact: true })).toBeVisible();
    await expect(table.getByText(others, { exact: true })).toHaveCount(0);
  });
}

test('a request to a stranger springs the trap of every journey', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext();
  const strangers = await trapForeignRequests(context, baseURL!);
  const page = await context.newPage();
  await page.setContent('<img src="http://stranger.invalid/pixel.png">');
  await expect
    .poll(() => strangers)
    .toEqual(['http://stranger.invalid/pixel.png']);
  await context.close();
});
