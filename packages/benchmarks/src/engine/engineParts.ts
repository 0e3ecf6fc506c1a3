import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { EngineParts } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineParts';
import {
  DEFAULT_ENGINE_SETTINGS,
  EngineSettings,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineSettings';
import { LookBack } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/restore/LookBack';
import { DEFAULT_RETENTION } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/Retention';
import { DatabaseTaskArchive } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskArchive';
import { DatabaseTaskStore } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskStore';
import { GitHubAgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-backend-module-github';
import { LoggerService } from '@backstage/backend-plugin-api';
import { identityName, tokenOf } from './GitHub';

const nothing = () => {};
const silent: LoggerService = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  child: () => silent,
};

/**
 * The real engine over the real store and GitHub module, with nobody around: no catalog, no
 * messages, no limits.
 *
 * @param github - where GitHub answers
 * @param identities - how many accounts share the work
 * @param now - what the engine takes for a clock that never jumps, milliseconds
 */
export function engineParts(
  knex: Knex,
  github: { url: string; apiUrl: string },
  now: () => number = () => performance.now(),
  settings: Partial<EngineSettings> = {},
  identities = 1,
): EngineParts {
  const { host } = new URL(github.url);
  const provider = new GitHubAgentProvider({
    hosts: [{ host, apiBaseUrl: github.apiUrl }],
    logger: silent,
  });
  const silence = async () => {};
  const ids = Array.from({ length: identities }, (_, n) => identityName(n));
  return {
    store: storeOn(knex),
    archive: new DatabaseTaskArchive(knex),
    anchors: { tell: silence },
    retention: DEFAULT_RETENTION,
    providers: new Map([[provider.id, provider]]),
    credentials: {
      credential: async ask => ({
        kind: 'ready',
        credential: {
          identityId: ask.identityId,
          host: ask.host,
          token: tokenOf(ask.identityId),
        },
      }),
      refused: silence,
    },
    people: {
      of: async task => task.people,
      isEntityBound: async () => true,
      isRequesterKnown: async () => true,
      loginOf: async () => null,
    },
    rules: {
      candidate: task => ({
        task,
        identityKey: task.identity.id,
        windows: [],
        limits: {},
      }),
      drift: () => ({ kind: 'same' }),
      allowedModels: () => null,
      reviewCapacity: () => undefined,
      exemptOwners: () => [],
      identities: () => ids.map(id => ({ id, host, provider: provider.id })),
    },
    markers: { marker: async taskId => `at1_${taskId}_abcdefgh` },
    messengers: {
      publish: silence,
      signal: silence,
      notify: silence,
      markHandled: silence,
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
    logger: silent,
    settings: { ...DEFAULT_ENGINE_SETTINGS, ...settings },
    ownership: { isOurs: async () => true },
    lookBack: lookedBack(ids),
    replica: 'replica-1',
    monotonic: now,
    wallClock: Date.now,
    random: Math.random,
  };
}

export function storeOn(knex: Knex): DatabaseTaskStore {
  const seal = () => ({ salt: '', payloadDigest: '', mac: '' });
  return new DatabaseTaskStore(knex, { seal }, randomUUID);
}

/** Of a portal that has been running for a while. */
function lookedBack(ids: readonly string[]): LookBack {
  const lookBack = new LookBack();
  for (const id of ids) {
    lookBack.done(id, 'live');
    lookBack.done(id, 'archived');
  }
  return lookBack;
}
