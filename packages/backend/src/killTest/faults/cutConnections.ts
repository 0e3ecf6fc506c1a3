import { setTimeout } from 'node:timers/promises';
import { PortalFault } from './PortalFault';

const CUTS = 12;
/** Several a second. */
const PAUSE_MS = 250;

/** Every connection of the portal is ended by the server, again and again. */
export const cutConnections: PortalFault = {
  name: 'connections cut in a stream',
  async strike({ database, signal }, { rounds }) {
    let cut = 0;
    for (let left = rounds * CUTS; left > 0; left--) {
      cut += await database.cutConnections();
      await setTimeout(PAUSE_MS, undefined, { signal });
    }
    return `${cut} connections`;
  },
};
