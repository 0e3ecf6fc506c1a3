import { crashedDatabase } from './crashedDatabase';
import { cutConnections } from './cutConnections';
import { dryPool } from './dryPool';
import { jumpingClocks } from './jumpingClocks';
import { PortalFault } from './PortalFault';
import { rateLimit } from './rateLimit';

/**
 * What leaves starts behind that only a lease's end brings back comes first, so that they come back
 * while the others happen.
 */
export const portalFaults: readonly PortalFault[] = [
  dryPool,
  crashedDatabase,
  cutConnections,
  rateLimit,
  jumpingClocks,
];
