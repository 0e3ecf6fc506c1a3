import { PortalFault } from './PortalFault';
import { untilMoreStarts } from './untilMoreStarts';
import { untilRefused } from './untilRefused';

/** Every statement waits for a lock, until no connection is left and everybody has noticed. */
export const dryPool: PortalFault = {
  name: 'pool runs dry',
  async strike(scene, { rounds }) {
    for (let round = 0; round < rounds; round++) {
      if (round > 0) await untilMoreStarts(scene, 2);
      await scene.database.withTables(knex =>
        knex.transaction(async trx => {
          await trx.raw('lock table task in access exclusive mode');
          await untilRefused(scene);
        }),
      );
    }
    return `${rounds} times`;
  },
};
