import { asPerson, untilTask, upgrade } from './asPerson';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

const WAITING = 10;
const MOST_KEYS = 40;

test('ten waiting tasks are triaged by keyboard in at most forty keystrokes', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const ana = await asPerson('ana');
  const ids: string[] = [];
  for (let number = 1; number <= WAITING; number++) {
    const { task } = await ana.tasks.create(
      upgrade('payments-ledger', `triage-${number}`),
    );
    ids.push(task.id);
  }
  await signInAs(page, 'Bo Lindqvist');
  await page.goto('/agent-tasks/inbox');
  const list = page.getByRole('grid', { name: 'Waiting tasks' });
  const selected = list.locator('[role="row"][aria-selected="true"]');
  await expect(selected).toBeVisible();
  const peek = page.getByRole('complementary', { name: 'Selected task' });

  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  // The most urgent one is selected, and stands at the top: one key leads into the list.
  await selected.focus();
  keys++;
  await expect(selected).toHaveAttribute('aria-rowindex', '2');
  const left = new Set(ids);
  while (left.size > 0) {
    const id = (await selected.getAttribute('data-task'))!;
    if (left.delete(id)) {
      // As a person does: it is approved once it can be read beside the list.
      const number = ids.indexOf(id) + 1;
      await expect(peek).toContainText(
        `Upgrade the dependency triage-${number} `,
      );
      await press('y');
      await expect(selected).toContainText('Approving');
    }
    if (left.size > 0) {
      await press('j');
      await expect(selected).not.toHaveAttribute('data-task', id);
    }
  }
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);

  for (const id of ids) {
    await untilTask(ana, id, ({ status }) => status !== 'needs_approval');
  }
});
