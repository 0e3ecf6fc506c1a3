import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from '../running/timed.mjs';
import { startServer } from './startServer.mjs';

/**
 * The demo portal: GitHub's simulator, then the backend, which serves the app.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.directory where data and logs are kept
 * @param {number} options.portalPort
 * @param {number} options.simulatorPort
 */
export async function startPortal(options) {
  const { root, directory, portalPort, simulatorPort } = options;
  mkdirSync(directory, { recursive: true });
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PORTAL_PORT: String(portalPort),
    SIMULATOR_PORT: String(simulatorPort),
    DEMO_DIRECTORY: directory,
  };
  const simulatorUrl = `http://localhost:${simulatorPort}`;
  const url = `http://localhost:${portalPort}`;

  const simulator = await timed('GitHub simulator', () =>
    startServer({
      name: 'GitHub simulator',
      args: [
        ...typescript(root, 'packages/github-simulator/src/cli.ts'),
        `--port=${simulatorPort}`,
        `--state=${join(directory, 'github.json')}`,
        `--world=${join(root, 'examples/github-world.json')}`,
        '--seed=1',
      ],
      cwd: root,
      env,
      logFile: join(directory, 'simulator.log'),
      readyUrl: simulatorUrl,
    }),
  );
  const portal = await timed('portal', () =>
    startServer({
      name: 'portal',
      args: [
        ...typescript(root, 'packages/backend/src/demo.ts'),
        '--config=app-config.yaml',
        '--config=app-config.demo.yaml',
      ],
      cwd: root,
      env,
      logFile: join(directory, 'portal.log'),
      readyUrl: `${url}/.backstage/health/v1/readiness`,
    }),
  );
  // The place for demo data: a script that signs in as each person and uses
  // the public API, once per new directory.

  return {
    url,
    simulatorUrl,
    exited: Promise.race([simulator.exited, portal.exited]),
    stop: async () => {
      await portal.stop();
      await simulator.stop();
    },
  };
}

/** Node runs our TypeScript the way backstage-cli does. */
function typescript(root, file) {
  return [
    '--require',
    join(root, 'node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
    join(root, file),
  ];
}
