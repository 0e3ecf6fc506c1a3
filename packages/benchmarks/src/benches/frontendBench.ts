import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { Benchmark, BenchmarkContext, BrowserProgram } from '../Benchmark';
import { fillTasks } from '../database/fillTasks';
import { durationFigures, percentilesOf } from '../figures/durations';
import { Figure } from '../figures/Figure';
import { buildApp } from '../frontend/buildApp';
import { DemoPortal } from '../frontend/DemoPortal';
import { EntryChunk, entryChunkOf } from '../frontend/entryChunk';
import {
  MeasuredPage,
  measurePage,
  openPortal,
  PageTimes,
} from '../frontend/measurePage';
import { fillNotifications } from '../frontend/notificationRows';
import { waitingTasks } from '../frontend/waitingTasks';
import { Dice } from '../tasks/Dice';

const OURS = '@agent-tasks/backstage-plugin-agent-tasks';
const PROMISED_KB = 15;
const PROMISED_MS = 1_000;
const MOST_ROUNDS = 10;
const SEED = 1;

const inbox: MeasuredPage = {
  path: '/agent-tasks/inbox',
  row: '[role="grid"] [role="row"][tabindex="0"]',
  // The most urgent task is selected, wherever it stands: below the first head, only down is left.
  keyAt: row => (row > 2 ? 'k' : 'j'),
};
const notifications: MeasuredPage = {
  path: '/notifications',
  row: 'tbody tr input',
  keyAt: () => 'Tab',
};

/** What our pages cost whoever opens the portal, and how soon the inbox can be worked on. */
export const frontendBench: Benchmark = {
  name: 'frontend',
  about: 'what we add to the app, and how soon a full inbox can be worked on',
  needsBrowser: true,
  async run(context) {
    const { directory, say } = context;
    say('frontend: the app without us');
    const without = await buildApp(join(directory, 'without'), [OURS]);
    say('frontend: the app with us');
    const app = await buildApp(join(directory, 'with'));
    return [
      ...addedFigures(
        await entryChunkOf(join(without, 'dist')),
        await entryChunkOf(join(app, 'dist')),
      ),
      ...(await measureInbox(context, app)),
    ];
  },
};

function addedFigures(without: EntryChunk, withUs: EntryChunk): Figure[] {
  const before = new Set(without.modules);
  const added = withUs.modules.filter(module => !before.has(module));
  const figure = {
    what: 'added to what the app loads at once',
    on: 'gzip',
    measure: 'size',
  };
  const kB = (withUs.gzipBytes - without.gzipBytes) / 1000;
  return [
    { ...figure, value: kB, unit: 'kB', promise: { atMost: PROMISED_KB } },
    { ...figure, measure: 'in', value: added.length, unit: 'modules' },
    {
      ...figure,
      measure: 'zod',
      value: added.filter(module => module.includes('/zod/')).length,
      unit: 'modules',
      promise: { atMost: 0 },
    },
    {
      ...figure,
      what: 'all that the app loads at once',
      value: withUs.gzipBytes / 1000,
      unit: 'kB',
    },
  ];
}

async function measureInbox(
  { directory, browser, scale, say }: BenchmarkContext,
  app: string,
): Promise<Figure[]> {
  say('frontend: a portal');
  const portal = await DemoPortal.start(join(directory, 'demo'), app);
  try {
    await fill(portal, scale.waiting);
    say('frontend: pages in a browser');
    const chromium = await launch(browser!);
    try {
      const rounds = Math.min(scale.rounds, MOST_ROUNDS);
      const on = `${scale.waiting} rows`;
      return [
        ...figuresOf(
          'inbox',
          on,
          await times(chromium, portal, inbox, rounds),
          PROMISED_MS,
        ),
        ...figuresOf(
          "core's notifications",
          on,
          await times(chromium, portal, notifications, rounds),
        ),
      ];
    } finally {
      await chromium.close();
    }
  } finally {
    await portal.stop();
  }
}

async function fill(portal: DemoPortal, count: number): Promise<void> {
  const tasks = waitingTasks(
    count,
    portal.githubHost,
    Date.now(),
    new Dice(SEED),
  );
  await portal.withDatabase('agent-tasks', knex => fillTasks(knex, tasks));
  const titles = tasks.map(({ title }) => title);
  await portal.withDatabase('notifications', knex =>
    fillNotifications(knex, 'user:default/ana', titles),
  );
}

/** Loaded lazily: a test of what needs no browser need not have one. */
async function launch({ path, env }: BrowserProgram): Promise<Browser> {
  const { chromium } = await import('@playwright/test');
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

/** One round goes before, uncounted: it fills the browser's cache, as any earlier visit would. */
async function times(
  browser: Browser,
  portal: DemoPortal,
  measured: MeasuredPage,
  rounds: number,
): Promise<PageTimes[]> {
  const page = await openPortal(browser, portal.url, 'Ana Moreira');
  const all: PageTimes[] = [];
  for (let round = 0; round <= rounds; round++) {
    all.push(await measurePage(page, measured));
  }
  await page.context().close();
  return all.slice(1);
}

function figuresOf(
  page: string,
  on: string,
  all: PageTimes[],
  p50?: number,
): Figure[] {
  return [
    ...durationFigures(
      `${page}: first row takes the focus`,
      on,
      percentilesOf(all.map(({ focusable }) => focusable)),
    ),
    ...durationFigures(
      `${page}: a key is answered`,
      on,
      percentilesOf(all.map(({ answered }) => answered)),
      { p50 },
    ),
  ];
}
