/**
 * A PostgreSQL for whoever forks this: tells its address, crashes and recovers when told to, and is
 * gone when nobody is connected to this process any more.
 */
import { once } from 'node:events';
import { endAllOnSignals } from '../running/endings.mjs';
import { withPostgres } from './withPostgres.mjs';

/** What was committed outlives a crash, as it does where the data is worth something. */
const SETTINGS = { synchronous_commit: 'on' };

endAllOnSignals();
await withPostgres(async (url, outages) => {
  process.on('message', async word => {
    await outages[word]();
    process.send(word);
  });
  process.send(url);
  await once(process, 'disconnect');
}, SETTINGS);
