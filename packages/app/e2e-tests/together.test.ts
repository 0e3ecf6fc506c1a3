import { asPerson, upgrade } from './asPerson';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

test('of two people who take the same task, the second is told who was quicker', async ({
  page,
}) => {
  const bo = await asPerson('bo');
  const { task } = await (
    await asPerson('ana')
  ).tasks.create(upgrade('payments-ledger', 'together'));

  await signInAs(page, 'Ana Moreira');
  await page.goto(`/agent-tasks/tasks/${task.id}`);
  const take = page.getByRole('button', { name: 'Assign to me' });
  await expect(take).toBeVisible();

  // Ana's network is slow: until she acts, she sees the task as it was.
  const seen = JSON.stringify(await bo.tasks.get(task.id));
  const address = `**/api/agent-tasks/v1/tasks/${task.id}*`;
  let hasActed = false;
  await page.route(address, route => {
    if (route.request().method() === 'PATCH') hasActed = true;
    return hasActed
      ? route.continue()
      : route.fulfill({ contentType: 'application/json', body: seen });
  });
  const { revision } = await bo.tasks.get(task.id);
  await bo.tasks.update(task.id, { assignee: 'user:default/bo' }, { revision });
  await take.click();
  await expect(
    page.getByText(/Bo Lindqvist was quicker/).first(),
  ).toBeVisible();
});
