/**
 * `yarn screenshots`: pictures of every page, in both themes and three sizes, of a demo portal of
 * its own, into docs/screenshots.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { provideAppBundle } from './portal/appBundle.mjs';
import { Complaint } from './running/Complaint.mjs';
import { endAll, endAllOnSignals } from './running/endings.mjs';
import { timed } from './running/timed.mjs';
import { takePictures } from './screenshots/takePictures.mjs';
import { fillPortal } from './screenshots/fillPortal.mjs';
import { onDemoPortal } from './testing/onDemoPortal.mjs';
import { startableChromium } from './testing/startableChromium.mjs';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs/screenshots');

async function main() {
  await timed('app bundle', () => provideAppBundle(root));
  const { path, env } = await startableChromium(root);
  await mkdir(target, { recursive: true });
  await onDemoPortal(root, async (portal, directory) => {
    await fillPortal(portal, directory);
    const browser = await chromium.launch({
      executablePath: path,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
    });
    try {
      await takePictures(browser, portal.url, target);
    } finally {
      await browser.close();
    }
  });
}

endAllOnSignals();
try {
  await main();
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
