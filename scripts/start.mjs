/** `npm start`: the demo portal, until Ctrl+C. */
import { join, relative } from 'node:path';
import { Complaint } from './running/Complaint.mjs';
import { endAll, endAllOnSignals } from './running/endings.mjs';
import { timed } from './running/timed.mjs';
import { provideAppBundle } from './portal/appBundle.mjs';
import { demoPeople } from './portal/demoPeople.mjs';
import { demoOf } from './portal/demoOf.mjs';
import { startPortal } from './portal/startPortal.mjs';

const root = join(import.meta.dirname, '..');

async function start() {
  const demo = await demoOf(root, process.env);
  await timed(
    'app bundle',
    () => provideAppBundle(root),
    result => result,
  );
  const portal = await startPortal(demo, { withDemoTasks: true });
  console.log(welcome(portal, demo));
  throw await portal.exited;
}

function welcome({ url, simulatorUrl }, { directory }) {
  const people = demoPeople(root)
    .map(({ name, role, team }) => `${name} (${role}, ${team})`)
    .join('\n               ');
  const inside = relative(root, directory);
  const place = inside.startsWith('..') ? directory : inside;
  return `
  Portal       ${url}
  Sign in as   ${people}
  GitHub       simulated at ${simulatorUrl}: no token, no network
  Data, logs   ${place}/ (delete it to begin anew)
  Real GitHub  docs/real-github.md
  Stop         Ctrl+C
`;
}

endAllOnSignals();
try {
  await start();
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
