import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page } from '@playwright/test';
import { settled } from './settled';

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the framework draws around every page, ours or not: nothing of it can be mended here. */
const DRAWN_BY_CORE = [
  // The sidebar, its search field and its buttons.
  'nav',
  // The head of every page: its tabs name panels that the framework does not draw.
  '.bui-PluginHeader',
];

/**
 * Nobody is kept from using what is on the page now: nothing serious by axe, on WCAG 2.2 AA.
 *
 * @param part - on a page of others: what of it is ours
 */
export async function expectAccessible(
  page: Page,
  part?: Locator,
): Promise<void> {
  await settled(page);
  const axe = new AxeBuilder({ page }).withTags(WCAG_2_2_AA);
  if (part) axe.include(await selectorOf(part));
  for (const selector of DRAWN_BY_CORE) axe.exclude(selector);
  const { violations } = await axe.analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(
        ({ target, failureSummary }) =>
          `${target.join(' ')}: ${failureSummary}`,
      ),
    }));
  expect(grave).toEqual([]);
}

/** Axe takes selectors only. */
async function selectorOf(part: Locator): Promise<string> {
  await part.evaluate(element => element.setAttribute('data-looked-at', ''));
  return '[data-looked-at]';
}
