/** `npm start`: the demo portal, until Ctrl+C. */
import { join, relative } from 'node:path';
import { Complaint } from './running/Complaint.mjs';
import { endAll, endAllOnSignals } from './running/endings.mjs';
import { timed } from './running/timed.mjs';
import { provideAppBundle } from './portal/appBundle.mjs';
import { demoPeople } from './portal/demoPeople.mjs';
import { refuseTakenPort } from './portal/ports.mjs';
import { startPortal } from './portal/startPortal.mjs';

const root = join(import.meta.dirname, '..');
const portalPort = Number(process.env.PORTAL_PORT ?? 7007);
const simulatorPort = Number(process.env.SIMULATOR_PORT ?? 7099);
const directory = join(root, process.env.DEMO_DIRECTORY ?? '.demo');

async function start() {
  await refuseTakenPort(portalPort, {
    purpose: 'the portal',
    variable: 'PORTAL_PORT',
  });
  await refuseTakenPort(simulatorPort, {
    purpose: 'the GitHub simulator',
    variable: 'SIMULATOR_PORT',
  });
  await timed(
    'app bundle',
    () => provideAppBundle(root),
    result => result,
  );
  const portal = await startPortal({
    root,
    directory,
    portalPort,
    simulatorPort,
  });
  console.log(welcome(portal));
  throw await portal.exited;
}

function welcome({ url, simulatorUrl }) {
  const people = demoPeople(root)
    .map(({ name, role, team }) => `${name} (${role}, ${team})`)
    .join('\n               ');
  const place = relative(root, directory) || directory;
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
