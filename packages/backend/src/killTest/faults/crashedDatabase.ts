import { PortalFault } from './PortalFault';
import { untilMoreStarts } from './untilMoreStarts';
import { untilRefused } from './untilRefused';

/** PostgreSQL ends at once, stays away until everybody has noticed, and comes back. */
export const crashedDatabase: PortalFault = {
  name: 'PostgreSQL crashes and recovers',
  async strike(scene, { rounds }) {
    const { postgres } = scene;
    for (let round = 0; round < rounds; round++) {
      if (round > 0) await untilMoreStarts(scene, 2);
      await postgres.crash();
      await untilRefused(scene);
      await postgres.recover();
    }
    return `${rounds} crashes`;
  },
};
