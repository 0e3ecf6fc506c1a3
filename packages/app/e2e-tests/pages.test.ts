import { Locator, Page } from '@playwright/test';
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
  whole: (page: Page) => Locator;
  /** Of a page that others draw, what is ours: nothing else of it can be mended here. */
  ours?: (page: Page) => Locator;
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
  {
    name: 'widget of the home page',
    open: page => page.goto('/'),
    whole: page => page.getByRole('link', { name: 'Open the inbox' }),
    ours: page =>
      page
        .locator('.MuiCardContent-root')
        .filter({ has: page.getByRole('link', { name: 'Open the inbox' }) }),
  },
  {
    name: 'card of a service',
    open: page => page.goto(SERVICE),
    whole: page =>
      page.getByRole('link', { name: 'Upgrade pages in payments-ledger' }),
    ours: page =>
      page.getByRole('article').filter({
        has: page.getByRole('link', { name: 'All tasks of this service' }),
      }),
  },
];

/** The framework gives these none: they have one of their own. */
const WITH_MAIN = ['page of a task', 'inbox', 'list of all tasks'];

for (const theme of themes) {
  for (const { name, open, whole, ours } of pages) {
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
      await expect(whole(page).first()).toBeVisible();
      if (WITH_MAIN.includes(name)) {
        await expect(page.getByRole('main')).toHaveCount(1);
      }
      await expectAccessible(page, ours?.(page));
      await expectReflow(page, ours?.(page));
    });
  }
}
