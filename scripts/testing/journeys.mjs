import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { provideAppBundle } from '../portal/appBundle.mjs';
import { freePort } from '../portal/ports.mjs';
import { startPortal } from '../portal/startPortal.mjs';
import { inTemporaryDirectory } from '../running/inTemporaryDirectory.mjs';
import { carriedChromium } from './carriedChromium.mjs';
import { chooseChromium } from './chooseChromium.mjs';
import { countPlaywright } from './counts.mjs';
import { readReport } from './readReport.mjs';
import { runBin } from './runBin.mjs';

/**
 * The browser journeys, on a demo portal of their own: free ports, new data.
 *
 * @param {string} root
 * @returns {import('../running/runSteps.mjs').Step[]}
 */
export function journeys(root) {
  return [
    {
      title: 'app bundle',
      run: async () => ({ note: await provideAppBundle(root) }),
    },
    { title: 'browser journeys', run: () => walk(root) },
  ];
}

async function walk(root) {
  const browser = await startableChromium(root);
  return inTemporaryDirectory('portal', async directory => {
    const portal = await startPortal({
      root,
      directory,
      portalPort: await freePort(),
      simulatorPort: await freePort(),
    });
    try {
      return await playwright(root, browser, portal, directory);
    } finally {
      await portal.stop();
    }
  });
}

async function playwright(root, browser, portal, directory) {
  const report = join(directory, 'report.json');
  const { code, output } = await runBin(root, 'playwright', ['test'], {
    ...browser.env,
    PLAYWRIGHT_CHROMIUM: browser.path,
    PORTAL_URL: portal.url,
    SIMULATOR_URL: portal.simulatorUrl,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { passed, failed } = countPlaywright(readReport(report, output));
  return {
    passed,
    failed: code !== 0 ? Math.max(failed, 1) : failed,
    note: `${passed} passed`,
    output,
  };
}

async function startableChromium(root) {
  const { env, platform, arch } = process;
  const playwrights = chromium.executablePath();
  const choice = chooseChromium({ env, platform, arch, playwrights });
  return choice.carried ? carriedChromium(root) : { env: {}, ...choice };
}
