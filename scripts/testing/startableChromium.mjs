import { chromium } from '@playwright/test';
import { carriedChromium } from './carriedChromium.mjs';
import { chooseChromium } from './chooseChromium.mjs';

/**
 * The browser of this machine, or the one that npm brought.
 *
 * @param {string} root
 * @returns {Promise<{ path: string, env: Record<string, string> }>} how to start it
 */
export async function startableChromium(root) {
  const { env, platform, arch } = process;
  const playwrights = chromium.executablePath();
  const choice = chooseChromium({ env, platform, arch, playwrights });
  return choice.carried ? carriedChromium(root) : { env: {}, ...choice };
}
