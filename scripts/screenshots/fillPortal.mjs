import { provideDemoTasks } from '../portal/demoTasks/provideDemoTasks.mjs';

/**
 * The tasks that a new demo is filled with, in every status.
 *
 * @param {{ url: string, simulatorUrl: string }} portal
 * @param {string} directory of the demo
 */
export function fillPortal(portal, directory) {
  const { signal } = new AbortController();
  return provideDemoTasks({ ...portal, directory, signal });
}
