import { Locator, Page } from '@playwright/test';
import { asPerson, upgrade } from './asPerson';
import { Look, lookOf, ringOf } from './looks';
import { expect, test } from './portalTest';
import { signInAs } from './signInAs';

/**
 * Our controls are Material UI's, core's are @backstage/ui's. Nobody should see where one ends and
 * the other begins: each is laid beside its like on a page of core's.
 */

interface Control {
  name: string;
  core: (page: Page) => Promise<Locator>;
  ours: (page: Page) => Promise<Locator>;
  /** What it has none of. */
  without?: (keyof Look)[];
  takesFocus: boolean;
}

const SERVICE = '/catalog/default/component/payments-api';

const text: (keyof Look)[] = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'textTransform',
  'letterSpacing',
];

const controls: Control[] = [
  {
    name: 'primary button',
    core: at('/create/templates/default/new-service', page =>
      page.locator('.bui-Button[data-variant="primary"]'),
    ),
    ours: at(`${SERVICE}/agent-tasks`, runButton),
    takesFocus: true,
  },
  {
    name: 'secondary button',
    core: async page =>
      (await unregisterDialog(page)).getByRole('button', { name: 'Cancel' }),
    ours: async page =>
      (await runDialog(page)).getByRole('button', { name: 'Cancel' }),
    takesFocus: true,
  },
  {
    name: 'icon button',
    core: at(SERVICE, page => page.locator('.bui-ButtonIcon')),
    ours: async page =>
      (await runDialog(page)).getByRole('button', { name: 'Close' }),
    without: text,
    takesFocus: true,
  },
  {
    name: 'text field',
    core: at('/catalog/default/group/payments', page =>
      page.locator('.bui-SearchFieldInput'),
    ),
    ours: at('/agent-tasks/tasks', page =>
      page.getByRole('searchbox').or(page.getByRole('textbox')),
    ),
    takesFocus: false,
  },
  {
    name: 'ground of a text field',
    core: at('/catalog/default/group/payments', page =>
      page.locator('.bui-SearchFieldInputWrapper'),
    ),
    ours: at('/agent-tasks/tasks', page =>
      page.locator('.v5-MuiOutlinedInput-root'),
    ),
    without: text,
    takesFocus: false,
  },
  {
    name: 'card',
    core: at(SERVICE, page => page.locator('.bui-Card')),
    ours: at(`${SERVICE}/agent-tasks`, page =>
      page.locator('.v5-MuiPaper-root'),
    ),
    without: text,
    takesFocus: false,
  },
  {
    name: 'tab',
    core: at('/create', page =>
      page.locator('.bui-Tab[aria-selected="false"]'),
    ),
    ours: async page => {
      await openTask(page);
      return page
        .getByRole('tablist', { name: 'More about this task' })
        .getByRole('tab', { selected: false });
    },
    takesFocus: false,
  },
  {
    name: 'dialog',
    core: async page => {
      await unregisterDialog(page);
      return page.locator('.bui-Dialog');
    },
    ours: async page => {
      await runDialog(page);
      return page.locator('.v5-MuiDialog-paper');
    },
    without: text,
    takesFocus: false,
  },
];

function at(path: string, find: (page: Page) => Locator) {
  return async (page: Page) => {
    await page.goto(path);
    return find(page);
  };
}

function runButton(page: Page) {
  return page.getByRole('button', { name: 'Run agent task' });
}

async function runDialog(page: Page) {
  await page.goto(`${SERVICE}/agent-tasks?run=dependency-bump`);
  // The form takes the focus once it has loaded: whatever had it before loses it.
  await expect(
    page.getByRole('textbox', { name: /^Dependency/ }),
  ).toBeFocused();
  return page.getByRole('dialog');
}

async function unregisterDialog(page: Page) {
  await page.goto(SERVICE);
  await page.getByRole('button', { name: 'more' }).click();
  await page.getByRole('menuitem', { name: 'Unregister entity' }).click();
  return page.getByRole('dialog');
}

async function openTask(page: Page) {
  const ana = await asPerson('ana');
  const { task } = await ana.tasks.create(upgrade('payments-ledger', 'seam'), {
    idempotencyKey: 'seam',
  });
  await page.goto(`/agent-tasks/tasks/${task.id}`);
}

for (const { name, core, ours, without = [], takesFocus } of controls) {
  test(`our ${name} looks like core's`, async ({ page }) => {
    await signInAs(page, 'Ana Moreira');
    const theirs = await seen(await core(page), takesFocus);
    const own = await seen(await ours(page), takesFocus);
    for (const each of without) {
      delete theirs.look[each];
      delete own.look[each];
    }
    expect(own).toEqual(theirs);
  });
}

async function seen(control: Locator, takesFocus: boolean) {
  await expect(control.first()).toBeVisible();
  const look: Partial<Look> = await lookOf(control);
  return { look, ...(takesFocus && { ring: await ringOf(control) }) };
}
