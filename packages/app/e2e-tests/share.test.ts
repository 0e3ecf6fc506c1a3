import { asPerson, upgrade } from './asPerson';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

test('what is filtered stands in the address, and shows the same to whoever gets the link', async ({
  page,
  anotherBrowser,
}) => {
  const dana = await asPerson('dana');
  for (const dependency of ['shared-one', 'shared-two']) {
    await dana.tasks.create(upgrade('search-index', dependency));
  }
  await signInAs(page, 'Dana Weiss');
  await page.goto('/agent-tasks/tasks');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByRole('searchbox').fill('shared-two');
  await expect(page).toHaveURL(/shared-two/);
  const two = { name: 'Upgrade shared-two in search-index' };
  const one = { name: 'Upgrade shared-one in search-index' };
  await expect(page.getByRole('link', two)).toBeVisible();
  await expect(page.getByRole('link', one)).toHaveCount(0);

  const theirs = await anotherBrowser();
  await signInAs(theirs, 'Fay Nguyen');
  await theirs.goto(page.url());
  await expect(theirs.getByRole('link', two)).toBeVisible();
  await expect(theirs.getByRole('link', one)).toHaveCount(0);
});
