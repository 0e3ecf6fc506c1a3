import { asPerson, untilTask, upgrade } from './asPerson';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

test('what moves money is approved by another person than the one who asked', async ({
  page,
  anotherBrowser,
}) => {
  const ana = await asPerson('ana');
  const { task } = await ana.tasks.create(upgrade('payments-ledger', 'pg'));
  expect(task.status).toBe('needs_approval');

  await signInAs(page, 'Ana Moreira');
  await page.goto(`/agent-tasks/tasks/${task.id}`);
  await expect(page.getByRole('button', { name: 'Cancel task' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const bos = await anotherBrowser();
  await signInAs(bos, 'Bo Lindqvist');
  await bos.goto(`/agent-tasks/tasks/${task.id}`);
  await bos.getByRole('button', { name: 'Approve' }).first().click();
  const dialog = bos.getByRole('dialog');
  await expect(dialog).toContainText('Upgrade the dependency pg');
  await dialog.getByRole('button', { name: /Approve/ }).click();
  await expect(bos.getByText('Approving…')).toBeVisible();
  // Walking away is no undo: it is sent at once, as the page goes.
  await bos.goto('about:blank');
  const approved = await untilTask(
    ana,
    task.id,
    ({ status }) => status !== 'needs_approval',
  );
  expect(approved.state).not.toBe('rejected');
});
