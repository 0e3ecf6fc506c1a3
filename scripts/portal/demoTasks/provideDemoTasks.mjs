import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from '../../running/timed.mjs';
import { untilCatalogIsRead } from '../untilCatalogIsRead.mjs';
import { gitHubOrders } from './gitHubOrders.mjs';
import { stories } from './stories.mjs';
import { tellStories } from './tellStories.mjs';

/** Real agents take ten minutes; nobody looks at a demo that long. */
const DEMO_SPEED = 5;

/**
 * Fills a new demo with tasks in every status, once. Beside a portal that people use already: it
 * says when it is done, and a failure costs nothing but the tasks that are missing.
 *
 * @param {object} options
 * @param {string} options.directory of the demo
 * @param {string} options.url of the portal
 * @param {string} options.simulatorUrl
 * @param {AbortSignal} options.signal the portal ends
 * @param {typeof tellStories} [options.tell]
 */
export async function provideDemoTasks(options) {
  const { directory, url, simulatorUrl, signal } = options;
  const { tell = tellStories } = options;
  const mark = join(directory, 'demo-tasks-done');
  try {
    // The simulator forgets it when it ends.
    await gitHubOrders(simulatorUrl, signal).workAt(DEMO_SPEED);
    if (existsSync(mark)) return;
    await timed(
      'demo tasks',
      async () => {
        await untilCatalogIsRead(url);
        return tell({ ...options, stories });
      },
      count => `${count} tasks, in every status`,
    );
    writeFileSync(mark, '');
  } catch (error) {
    if (signal.aborted) return;
    console.error(
      `Some demo tasks are missing; the next start tries again. ${error.message}`,
    );
  }
}
