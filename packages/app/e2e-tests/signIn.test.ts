import { test, expect, trapForeignRequests } from './portalTest';
import { signInAs } from './signInAs';

test('the portal is ready, and the simulated GitHub asks for a token', async ({
  request,
}) => {
  const ready = await request.get('/.backstage/health/v1/readiness');
  expect(ready.status()).toBe(200);
  const gitHub = await request.get(`${process.env.SIMULATOR_URL}/api/v3/user`);
  expect(gitHub.status()).toBe(401);
});

for (const { person, theirs, others } of [
  {
    person: 'Ana Moreira',
    theirs: 'Payments API',
    others: 'Storefront backend',
  },
  {
    person: 'Chidi Okafor',
    theirs: 'Storefront backend',
    others: 'Payments API',
  },
]) {
  test(`${person} signs in and finds the services of their team`, async ({
    page,
  }) => {
    await signInAs(page, person);
    await page.goto('/catalog?filters[kind]=component&filters[user]=owned');
    const service = (name: string) =>
      page.getByRole('table').getByRole('link', { name, exact: true });
    await expect(service(theirs)).toBeVisible();
    await expect(service(others)).toHaveCount(0);
  });
}

test('a request to a stranger springs the trap of every journey', async ({
  browser,
  baseURL,
}) => {
  const stranger = 'http://stranger.invalid/pixel.png';
  const context = await browser.newContext();
  const strangers = await trapForeignRequests(context, baseURL!);
  const page = await context.newPage();
  await page.setContent(`<img src="${stranger}">`);
  await expect.poll(() => strangers).toEqual([stranger]);
  await context.close();
});
