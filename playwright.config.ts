import { defineConfig } from '@playwright/test';

/** Run by scripts/testing/journeys.mjs (`yarn test:e2e`), which starts a portal. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: '.test-results',
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env.PORTAL_URL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      // Quiet on a closed network: the browser itself asks nobody.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
