/**
 * A process with a portal that does nothing but tasks: killed with SIGKILL by `Replica`, which
 * forks it. It loads its code at once and starts only when it gets its orders, so that the next
 * replica is at hand when the last one dies.
 */
import { putClock } from './movableClock';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { breakRule } from './brokenRules';
import {
  ClockOrder,
  ClockReading,
  ReplicaOrders,
  ReplicaWord,
} from './ReplicaOrders';

const features = [
  import('@backstage/plugin-catalog-backend'),
  import('@agent-tasks/backstage-plugin-agent-tasks-backend'),
  import('@agent-tasks/backstage-plugin-agent-tasks-backend-module-github'),
];
/** Sign-in takes longer to load; only the test of a neighbouring plugin needs it. */
const withPeople = () => [
  import('@backstage/plugin-auth-backend'),
  import('./signIn'),
  import('./neighbour'),
];

function tell(word: ReplicaWord | ClockReading): void {
  process.send?.(word);
}

function obeyClockOrders({ clockAheadMs }: ClockOrder): void {
  putClock(clockAheadMs);
  tell({ clockReads: Date.now() });
}

async function start(orders: ReplicaOrders) {
  const { config, rule, hasPeople, hasNotifications } = orders;
  if (rule) breakRule(rule);
  const backend = createBackend();
  for (const feature of [...features, ...(hasPeople ? withPeople() : [])]) {
    backend.add(feature);
  }
  if (hasNotifications) {
    backend.add(import('@backstage/plugin-notifications-backend'));
  }
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
  );
  await backend.start();
  tell('ready');
}

function end(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}

// Nobody is left to kill it once the test has ended.
process.once('disconnect', () => process.exit());
process.once('message', (orders: ReplicaOrders) => {
  process.on('message', obeyClockOrders);
  start(orders).catch(end);
});
Promise.all(features).then(() => tell('loaded'), end);
