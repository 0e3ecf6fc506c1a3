import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from '../running/timed.mjs';
import { atEnd } from '../running/endings.mjs';
import { provideDemoTasks } from './demoTasks/provideDemoTasks.mjs';
import { startServer } from './startServer.mjs';

/**
 * @typedef {object} Demo
 * @property {string} root
 * @property {string} directory where data and logs are kept
 * @property {number} portalPort
 * @property {number} simulatorPort
 */

export const demoConfig = ['app-config.yaml', 'app-config.demo.yaml'];

/** What app-config.demo.yaml reads. @param {Demo} demo */
export function demoEnvironment({ directory, portalPort, simulatorPort }) {
  return {
    ...process.env,
    NODE_ENV: 'development',
    PORTAL_PORT: String(portalPort),
    SIMULATOR_PORT: String(simulatorPort),
    DEMO_DIRECTORY: directory,
  };
}

/**
 * The demo portal: GitHub's simulator, then the backend, which serves the app.
 *
 * @param {Demo} demo
 * @param {object} [options]
 * @param {boolean} [options.withDemoTasks] fills a new demo with tasks, in the background
 */
export async function startPortal(demo, { withDemoTasks = false } = {}) {
  const { root, directory, portalPort } = demo;
  const simulator = await startSimulator(demo);
  const url = `http://localhost:${portalPort}`;
  const portal = await timed('portal', () =>
    startServer({
      name: 'portal',
      args: [
        ...typescript(root, 'packages/backend/src/demo.ts'),
        ...demoConfig.map(file => `--config=${file}`),
      ],
      cwd: root,
      env: demoEnvironment(demo),
      logFile: join(directory, 'portal.log'),
      readyUrl: `${url}/.backstage/health/v1/readiness`,
    }),
  );
  const ending = new AbortController();
  const forget = atEnd(() => ending.abort());
  if (withDemoTasks) {
    provideDemoTasks({
      directory,
      url,
      simulatorUrl: simulator.url,
      signal: ending.signal,
    });
  }

  return {
    url,
    simulatorUrl: simulator.url,
    exited: Promise.race([simulator.exited, portal.exited]),
    stop: async () => {
      forget();
      ending.abort();
      await portal.stop();
      await simulator.stop();
    },
  };
}

/** @param {Demo} demo */
export async function startSimulator(demo) {
  const { root, directory, simulatorPort } = demo;
  mkdirSync(directory, { recursive: true });
  const url = `http://localhost:${simulatorPort}`;
  const server = await timed('GitHub simulator', () =>
    startServer({
      name: 'GitHub simulator',
      args: [
        ...typescript(root, 'packages/github-simulator/src/cli.ts'),
        `--port=${simulatorPort}`,
        // As the portal's integration names it, or its links would lead to a stranger.
        `--origin=${url}`,
        `--state=${join(directory, 'github.json')}`,
        `--world=${join(root, 'examples/github-world.json')}`,
        '--seed=1',
      ],
      cwd: root,
      env: process.env,
      logFile: join(directory, 'simulator.log'),
      readyUrl: url,
    }),
  );
  return { url, ...server };
}

/** Node runs our TypeScript the way backstage-cli does. */
function typescript(root, file) {
  return [
    '--require',
    join(root, 'node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
    join(root, file),
  ];
}
