import type { Browser, JSHandle, Page } from '@playwright/test';

/** A page of the portal whose rows are measured. */
export interface MeasuredPage {
  path: string;
  /** Selects the first thing of its first row that takes focus. */
  row: string;
  /** Moves on from there, by the row's `aria-rowindex`. */
  keyAt: (row: number) => string;
}

/** Milliseconds from the navigation, by the browser's clock. */
export interface PageTimes {
  /** Until the first row takes the focus. */
  focusable: number;
  /** Until the page has answered a key. */
  answered: number;
}

const PATIENCE_MS = 30_000;
const PRESS_AGAIN_MS = 100;

/** Signs a person of the demo in and leaves the portal's home open. */
export async function openPortal(
  browser: Browser,
  url: string,
  person: string,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1400, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: person }).click();
  await page.getByRole('link', { name: 'Settings' }).waitFor();
  return page;
}

/** Opens the page anew, focuses its first row as soon as that is there, and presses the key. */
export async function measurePage(
  page: Page,
  { path, row, keyAt }: MeasuredPage,
): Promise<PageTimes> {
  await page.goto(path, { waitUntil: 'commit' });
  const focused = await page.evaluateHandle(untilFocused, {
    row,
    patience: PATIENCE_MS,
  });
  const place = await focused.evaluate(({ element }) =>
    element.getAttribute('aria-rowindex'),
  );
  const answered = await pressUntilAnswered(
    page,
    keyAt(Number(place)),
    focused,
  );
  return { focusable: await focused.evaluate(({ at }) => at), answered };
}

/** As people do: a key that a page was not ready for is pressed once more. */
async function pressUntilAnswered(
  page: Page,
  key: string,
  focused: JSHandle<Focused>,
): Promise<number> {
  for (let press = 0; press < PATIENCE_MS / PRESS_AGAIN_MS; press++) {
    await page.keyboard.press(key);
    const answered = await page.evaluate(untilFocusMoved, {
      focused,
      patience: PRESS_AGAIN_MS,
    });
    if (answered !== null) return answered;
  }
  throw new Error(`${key} is not answered on ${page.url()}`);
}

interface Focused {
  element: Element;
  at: number;
}

/** In the browser: tries with every frame. */
function untilFocused(wanted: {
  row: string;
  patience: number;
}): Promise<Focused> {
  const { row, patience } = wanted;
  return new Promise((resolve, reject) => {
    const look = () => {
      const at = performance.now();
      const element = document.querySelector<HTMLElement>(row);
      element?.focus();
      if (element && element === document.activeElement)
        resolve({ element, at });
      else if (at > patience)
        reject(new Error(`No row takes the focus: ${row}`));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** In the browser: the time of the frame that has the focus elsewhere, or null after a while. */
function untilFocusMoved(given: {
  focused: Focused;
  patience: number;
}): Promise<number | null> {
  const { focused, patience } = given;
  const begun = performance.now();
  return new Promise(resolve => {
    const look = () => {
      const now = performance.now();
      if (document.activeElement !== focused.element) resolve(now);
      else if (now > begun + patience) resolve(null);
      else requestAnimationFrame(look);
    };
    look();
  });
}
