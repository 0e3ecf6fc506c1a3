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
  /**
   * What is drawn around it while it has the focus. `ours`: core leaves that to the browser, so ours
   * only has to be there.
   */
  ring: 'same' | 'ours' | 'none';
  /** On what it is drawn, where that is not the control itself. */
  ringOn?: Record<'core' | 'ours', (control: Locator) => Locator>;
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
    ring: 'same',
  },
  {
    name: 'secondary button',
    core: async page =>
      (await unregisterDialog(page)).getByRole('button', { name: 'Cancel' }),
    ours: async page =>
      (await runDialog(page)).getByRole('button', { name: 'Cancel' }),
    ring: 'same',
  },
  {
    name: 'icon button',
    core: at(SERVICE, page => page.locator('.bui-ButtonIcon')),
    ours: async page =>
      (await runDialog(page)).getByRole('button', { name: 'Close' }),
    without: text,
    ring: 'same',
  },
  {
    name: 'text field',
    core: at('/catalog/default/group/payments', page =>
      page.locator('.bui-SearchFieldInput'),
    ),
    ours: at('/agent-tasks/tasks', page =>
      page.getByRole('searchbox').or(page.getByRole('textbox')),
    ),
    ring: 'same',
    ringOn: {
      core: input => input.locator('..'),
      ours: input => input.locator('..').locator('fieldset'),
    },
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
    ring: 'none',
  },
  {
    name: 'card',
    core: at(SERVICE, page => page.locator('.bui-Card')),
    ours: at(`${SERVICE}/agent-tasks`, page =>
      page.locator('.v5-MuiPaper-root'),
    ),
    without: text,
    ring: 'none',
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
    ring: 'none',
  },
  {
    name: 'chosen tab',
    core: at('/create', page => page.locator('.bui-Tab[aria-selected="true"]')),
    ours: async page => {
      await openTask(page);
      return page
        .getByRole('tablist', { name: 'More about this task' })
        .getByRole('tab', { selected: true });
    },
    ring: 'ours',
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
    ring: 'none',
  },
  {
    name: 'link',
    core: at(SERVICE, page => page.locator('.bui-PluginHeader .bui-Link')),
    ours: at(SERVICE, page =>
      page.getByRole('link', { name: 'All tasks of this service' }),
    ),
    // Seen only together with a ground, or with the ring.
    without: ['borderRadius'],
    ring: 'same',
  },
  {
    name: 'chip',
    core: async page => {
      await page.goto(SERVICE);
      await page.getByRole('button', { name: 'more' }).click();
      await page.getByRole('menuitem', { name: 'Inspect entity' }).click();
      return page.getByRole('dialog').locator('.bui-Tag');
    },
    ours: at('/agent-tasks/tasks?status=done', page =>
      page.getByRole('button', { name: /^Status: Done/ }),
    ),
    // Core's only tells, ours is pressed: its words are as large as a button's.
    without: ['fontSize'],
    ring: 'ours',
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

for (const { name, core, ours, without = [], ring, ringOn } of controls) {
  test(`our ${name} looks like core's`, async ({ page }) => {
    await signInAs(page, 'Ana Moreira');
    const theirs = await core(page);
    const theirLook = await lookAt(theirs, without);
    const theirRing =
      ring === 'same' && (await ringAround(theirs, ringOn?.core));
    const own = await ours(page);
    expect(await lookAt(own, without)).toEqual(theirLook);
    if (ring === 'none') return;
    const ownRing = await ringAround(own, ringOn?.ours);
    if (theirRing) expect(ownRing).toEqual(theirRing);
    else expect(ownRing).not.toEqual({ outline: 'none', boxShadow: 'none' });
  });
}

async function lookAt(control: Locator, without: readonly (keyof Look)[]) {
  await expect(control.first()).toBeVisible();
  const look: Partial<Look> = await lookOf(control);
  for (const each of without) delete look[each];
  return look;
}

function ringAround(
  control: Locator,
  drawnOn: (control: Locator) => Locator = same => same,
) {
  return ringOf(control, drawnOn(control.first()));
}
