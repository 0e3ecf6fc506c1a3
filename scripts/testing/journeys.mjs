import { join } from 'node:path';
import { provideAppBundle } from '../portal/appBundle.mjs';
import { runApiExamples } from './apiExamples.mjs';
import { countPlaywright } from './counts.mjs';
import { onDemoPortal } from './onDemoPortal.mjs';
import { readReport } from './readReport.mjs';
import { runBin } from './runBin.mjs';
import { startableChromium } from './startableChromium.mjs';

/**
 * The browser journeys and the examples of the API, each on a demo portal of their own.
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
    { title: 'API examples', run: () => runApiExamples(root) },
  ];
}

async function walk(root) {
  const browser = await startableChromium(root);
  return onDemoPortal(root, (portal, directory) =>
    playwright(root, browser, portal, directory),
  );
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
