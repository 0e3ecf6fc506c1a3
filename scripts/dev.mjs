/**
 * `yarn dev`: the demo portal with hot reloading. The app is served by its own
 * development server on port 3000 and talks to the backend, which starts again
 * when its sources change.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Complaint } from './running/Complaint.mjs';
import { atEnd, endAll, endAllOnSignals } from './running/endings.mjs';
import { demoOf } from './portal/demoOf.mjs';
import {
  demoConfig,
  demoEnvironment,
  startSimulator,
} from './portal/startPortal.mjs';

const root = join(import.meta.dirname, '..');
const appUrl = 'http://localhost:3000';

/** Where the app is served is the only thing that differs from `npm start`. */
const servedApart = {
  APP_CONFIG_app_baseUrl: appUrl,
  APP_CONFIG_backend_cors_origin: appUrl,
  APP_CONFIG_backend_cors_credentials: 'true',
};

async function dev() {
  const demo = await demoOf(root, process.env);
  const simulator = await startSimulator(demo);
  const env = { ...demoEnvironment(demo), ...servedApart };
  const ends = [
    watch('packages/backend', ['--entrypoint', 'src/demo'], env),
    watch('packages/app', [], env),
    simulator.exited,
  ];
  console.log(`Once compiled, the portal is at ${appUrl}. Stop with Ctrl+C.`);
  throw await Promise.race(ends);
}

/** `backstage-cli package start`; settles when it ends although it should not. */
function watch(directory, args, env) {
  const config = demoConfig.flatMap(file => ['--config', join(root, file)]);
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/.bin/backstage-cli'),
      ...['package', 'start', ...args, ...config],
    ],
    // stdin is ignored: backstage-cli would wait for keys.
    {
      cwd: join(root, directory),
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const ended = new Promise(resolve => {
    child.once('close', () => resolve(new Complaint(`${directory} ended.`)));
  });
  atEnd(() => {
    child.kill();
    return ended;
  });
  return ended;
}

endAllOnSignals();
try {
  await dev();
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
