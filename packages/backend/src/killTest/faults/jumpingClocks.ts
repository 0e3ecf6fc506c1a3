import { PortalFault } from './PortalFault';
import { untilMoreStarts } from './untilMoreStarts';

const HOUR_MS = 3_600_000;
const STARTS = 3;

/** Clocks jump an hour ahead on one replica while they jump an hour back on the next, and change over. */
export const jumpingClocks: PortalFault = {
  name: 'clocks jump by an hour',
  async strike(scene, { rounds }) {
    const { replicas } = scene;
    for (let turn = 0; turn < 2 * rounds; turn++) {
      await replicas.putClocks(index =>
        (index + turn) % 2 === 0 ? HOUR_MS : -HOUR_MS,
      );
      await untilMoreStarts(scene, STARTS);
    }
    await replicas.putClocks(() => 0);
    return `${2 * rounds + 1} jumps`;
  },
};
