import { expect, Locator, Page } from '@playwright/test';

/** The width that a page has at 1280 pixels and 400 % zoom: WCAG 1.4.10. */
const NARROW = { width: 320, height: 640 };

/**
 * On a narrow screen everything is still there, without scrolling sideways.
 *
 * @param part - on a page of others: what of it is ours
 */
export async function expectReflow(page: Page, part?: Locator): Promise<void> {
  const usual = page.viewportSize()!;
  await page.setViewportSize(NARROW);
  await expect
    .poll(() => (part ?? page.locator('body')).evaluate(widestOverflow), {
      message: 'what reaches beyond 320 pixels',
    })
    .toEqual([]);
  await page.setViewportSize(usual);
}

/** In the browser: nothing when the page does not scroll sideways; else what in here makes it. */
function widestOverflow(within: Element): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [within, ...within.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > clientWidth + 1)
    .slice(0, 5)
    .map(element => element.outerHTML.slice(0, 160));
}
