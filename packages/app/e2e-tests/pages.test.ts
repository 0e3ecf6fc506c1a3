import { Page } from '@playwright/test';
import { asPerson, upgrade } from './asPerson';
import { expectAccessible } from './expectAccessible';
import { expectReflow } from './expectReflow';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';
import { chooseTheme, themes } from './themes';

const SERVICE = '/catalog/default/component/payments-ledger';

interface OurPage {
  name: string;
  open: (page: Page, taskId: string) => Promise<unknown>;
  /** Stands there once the page is whole. */
  whole: (page: Page) => ReturnType<Page['locator']>;
}

const pages: OurPage[] = [
  {
    name: 'tab of a service',
    open: page => page.goto(`${SERVICE}/agent-tasks`),
    whole: page => page.getByText('Upgrade pages in payments-ledger').first(),
  },
  {
    name: 'run dialog',
    open: page => page.goto(`${SERVICE}/agent-tasks?run=dependency-bump`),
    whole: page => page.getByText(/^Still needed/),
  },
  {
    name: 'page of a task',
    open: (page, id) => page.goto(`/agent-tasks/tasks/${id}`),
    whole: page => page.getByRole('tab', { name: 'Timeline' }),
  },
  {
    name: 'inbox',
    open: page => page.goto('/agent-tasks/inbox'),
    whole: page => page.locator('[role="row"][aria-selected="true"]'),
  },
  {
    name: 'list of all tasks',
    open: page => page.goto('/agent-tasks/tasks?view=all'),
    whole: page => page.getByText('Upgrade pages in payments-ledger').first(),
  },
];

for (const theme of themes) {
  for (const { name, open, whole } of pages) {
    test(`the ${name} shuts nobody out and fits a narrow screen, ${theme}`, async ({
      page,
    }) => {
      const ana = await asPerson('ana');
      const { task } = await ana.tasks.create(
        upgrade('payments-ledger', 'pages'),
        { idempotencyKey: 'pages' },
      );
      await chooseTheme(page, theme);
      await signInAs(page, 'Ana Moreira');
      await open(page, task.id);
      await expect(whole(page)).toBeVisible();
      await expectAccessible(page);
      await expectReflow(page);
    });
  }
}
