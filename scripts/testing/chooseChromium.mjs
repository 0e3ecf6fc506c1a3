import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Complaint } from '../running/Complaint.mjs';

const PROGRAMS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
];

const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Which browser the journeys run in: the one a person named, else an installed
 * one, else the one that npm brought. No browser is a failure, never a skip.
 *
 * @param {object} machine
 * @param {NodeJS.ProcessEnv} machine.env
 * @param {string} machine.platform
 * @param {string} machine.arch
 * @param {string} machine.playwrights where Playwright would install its own
 * @param {(path: string) => boolean} [machine.exists]
 * @returns {{ path: string } | { carried: true }}
 */
export function chooseChromium(machine) {
  const { env, platform, arch, playwrights, exists = existsSync } = machine;
  const named = env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (exists(named)) return { path: named };
    throw new Complaint(
      `PLAYWRIGHT_CHROMIUM names ${named}, which is not there.`,
    );
  }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap(directory => PROGRAMS.map(name => join(directory, name)));
  const applications = platform === 'darwin' ? MAC_APPLICATIONS : [];
  const path = [...onPath, ...applications, playwrights].find(exists);
  if (path) return { path };
  if (platform === 'linux' && arch === 'x64') return { carried: true };
  throw new Complaint(
    `The browser journeys need Chrome or Chromium, and there is none on this machine (${platform} ${arch}). Install one, run \`npx playwright install chromium\`, or name one in PLAYWRIGHT_CHROMIUM.`,
  );
}
