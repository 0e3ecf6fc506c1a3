import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseChromium } from './chooseChromium.mjs';

/** A machine on which exactly these files exist. */
const machine = (files, overrides = {}) => ({
  env: { PATH: '/usr/local/bin:/usr/bin' },
  platform: 'linux',
  arch: 'x64',
  playwrights: '/cache/chromium/chrome',
  exists: path => files.includes(path),
  ...overrides,
});

test('a named browser comes before an installed one', () => {
  const env = { PATH: '/usr/bin', PLAYWRIGHT_CHROMIUM: '/opt/mine' };
  const files = ['/opt/mine', '/usr/bin/chromium'];
  assert.deepEqual(chooseChromium(machine(files, { env })), {
    path: '/opt/mine',
  });
});

test('a named browser that is not there is said, not replaced', () => {
  const env = { PATH: '/usr/bin', PLAYWRIGHT_CHROMIUM: '/opt/mine' };
  assert.throws(
    () => chooseChromium(machine(['/usr/bin/chromium'], { env })),
    /PLAYWRIGHT_CHROMIUM names \/opt\/mine/,
  );
});

test('an installed Chrome or Chromium comes before the carried one', () => {
  for (const path of ['/usr/bin/google-chrome', '/usr/local/bin/chromium']) {
    assert.deepEqual(chooseChromium(machine([path])), { path });
  }
});

test('the browser that Playwright installed is used', () => {
  const path = '/cache/chromium/chrome';
  assert.deepEqual(chooseChromium(machine([path])), { path });
});

test('Chrome is found among the applications of a Mac', () => {
  const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const mac = { platform: 'darwin', arch: 'arm64' };
  assert.deepEqual(chooseChromium(machine([path], mac)), { path });
});

test('a Linux machine without a browser takes the carried one', () => {
  assert.deepEqual(chooseChromium(machine([])), { carried: true });
});

test('a machine for which none is carried fails and says how to go on', () => {
  for (const place of [
    { platform: 'linux', arch: 'arm64' },
    { platform: 'darwin', arch: 'arm64' },
  ]) {
    assert.throws(
      () => chooseChromium(machine([], place)),
      /Install one, run `npx playwright install chromium`/,
    );
  }
});
