import { join } from 'node:path';
import { portalAs } from '../portal/demoTasks/portalAs.mjs';
import { timed } from '../running/timed.mjs';
import { picturedPages } from './pages.mjs';

const PERSON = { user: 'ana', name: 'Ana Moreira' };
const THEMES = ['light', 'dark'];
const SIZES = [
  { width: 1400, height: 900 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
];

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url of a portal with the demo's tasks
 * @param {string} target directory
 */
export async function takePictures(browser, url, target) {
  const taskIds = await taskIdsByTitle(url);
  const pages = picturedPages(title => taskIds.get(title));
  for (const theme of THEMES) {
    for (const size of SIZES) {
      const label = `${theme} ${size.width}×${size.height}`;
      await timed(label, () =>
        picturesOf(browser, { url, target, theme, size, pages }),
      );
    }
  }
}

async function picturesOf(browser, { url, target, theme, size, pages }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(chosen => {
    globalThis.localStorage.setItem('theme', chosen);
  }, theme);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: PERSON.name }).click();
  await page.getByText('Your services').first().waitFor();
  for (const { name, path, whole, then } of pages) {
    await page.goto(path);
    await whole(page).first().waitFor();
    await then?.(page);
    await page.waitForLoadState('networkidle');
    const file = `${name}-${theme}-${size.width}x${size.height}.png`;
    await page.screenshot({
      path: join(target, file),
      animations: 'disabled',
      caret: 'hide',
    });
  }
  await context.close();
}

async function taskIdsByTitle(url) {
  const { signal } = new AbortController();
  const { items } = await portalAs(url, PERSON.user, signal).read(
    '/tasks?limit=100',
  );
  return new Map(items.map(({ title, id }) => [title, id]));
}
