import { LoggerService } from '@backstage/backend-plugin-api';
import { TaskStore } from '../../store/TaskStore';
import { DEFAULT_RETENTION } from '../Retention';
import { EngineParts } from '../EngineParts';
import { DEFAULT_ENGINE_SETTINGS } from '../EngineSettings';
import { LookBack } from '../restore/LookBack';
import { GitHubLine, FLIGHT_MS } from './GitHubLine';
import { Life } from './Life';
import { Portal } from './Portal';

const nothing = () => {};

const SILENT: LoggerService = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  child: () => SILENT,
};

/** Nothing is old enough to be anchored or forgotten. */
const nothingKept: Pick<EngineParts, 'archive' | 'anchors' | 'retention'> = {
  archive: {
    forget: async () => ({ prompts: 0, events: 0, tasks: 0 }),
    anchorOf: async span => ({ ...span, records: 0, root: '' }),
    keepAnchor: async () => {},
    anchors: async () => [],
    taskIdsAfter: async () => [],
  },
  anchors: { tell: async () => {} },
  retention: DEFAULT_RETENTION,
};

/** What the engine of one process needs of the world. */
export function enginePartsOf(
  portal: Portal,
  life: Life,
  store: TaskStore,
  line: GitHubLine,
): EngineParts {
  const { dice, plan, journal, policy } = portal;
  return {
    store,
    ...nothingKept,
    providers: new Map([[line.id, line]]),
    credentials: {
      credential: async ({ identityId, host }) => {
        if (plan.strikes('token_away', 0.05)) {
          journal.fault('token_away', life.name);
          return { kind: 'expired' };
        }
        const credential = { identityId, host, token: 'token' };
        return { kind: 'ready', credential };
      },
      refused: async () => {},
    },
    people: {
      of: async task => ({ ...task.people }),
      isEntityBound: async () => !plan.strikes('entity_missing', 0.5),
      isRequesterKnown: async () => !plan.strikes('requester_gone', 0.05),
      loginOf: async () => 'ana',
    },
    rules: {
      candidate: task => ({
        task,
        identityKey: task.identity.id,
        windows: [],
        limits: {},
      }),
      drift: task => policy.drift(task),
      allowedModels: () => null,
      reviewCapacity: () => undefined,
      exemptOwners: () => [],
      identities: () => [
        { id: 'portal', host: 'github.com', provider: line.id },
      ],
    },
    markers: { marker: async (taskId, id) => markerOf(taskId, id) },
    messengers: {
      publish: async () => {},
      signal: async () => {},
      notify: async () => {},
      markHandled: async () => {},
      taskUrl: taskId => `https://portal.example/agent-tasks/tasks/${taskId}`,
    },
    meter: {
      changed: nothing,
      observation: nothing,
      dropped: nothing,
      startVerdict: nothing,
      providerRequest: nothing,
      alarm: nothing,
    },
    logger: SILENT,
    settings: {
      ...DEFAULT_ENGINE_SETTINGS,
      flightMs: FLIGHT_MS,
      // Sweeps start nothing; in a day of waiting they would be most of what happens.
      sweepYoungMs: 30_000,
      sweepQuietMs: 300_000,
      sweepArchivedMs: 1_200_000,
      lookBackMs: 21_600_000,
    },
    ownership: { isOurs: async () => true },
    lookBack: new LookBack(),
    replica: life.name,
    monotonic: () => life.monotonic(),
    wallClock: () => life.wallClock(),
    random: () => dice.roll(),
  };
}

/** Stands in for the code that only the portal can make. */
export function markerOf(taskId: string, repositoryId: string): string {
  return `at1_${taskId}_aaaaaa${repositoryId.padStart(2, 'r').slice(-2)}`;
}
