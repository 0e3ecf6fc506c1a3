/**
 * A portal that does nothing but tasks, in a process of its own, as `Portal` starts it: who
 * measures and who is measured then do not share an event loop.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';

async function start(config: JsonObject): Promise<void> {
  const backend = createBackend();
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@agent-tasks/backstage-plugin-agent-tasks-backend'));
  backend.add(
    import('@agent-tasks/backstage-plugin-agent-tasks-backend-module-github'),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
  );
  await backend.start();
  process.send?.('ready');
}

function end(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}

// Nobody is left to stop it once the benchmark has ended.
process.once('disconnect', () => process.exit());
process.once('message', (config: JsonObject) => start(config).catch(end));
process.on('message', word => {
  if (word !== 'memory') return;
  globalThis.gc?.();
  // In kilobytes, on every system.
  const mostRss = process.resourceUsage().maxRSS * 1_024;
  process.send?.({ memory: { ...process.memoryUsage(), mostRss } });
});
