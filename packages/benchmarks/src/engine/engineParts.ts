import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { EngineParts } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineParts';
import {
  DEFAULT_ENGINE_SETTINGS,
  EngineSettings,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineSettings';
import { LookBack } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/restore/LookBack';
import { DatabaseTaskStore } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskStore';
import { GitHubAgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-backend-module-github';
import { LoggerService } from '@backstage/backend-plugin-api';
import { TOKEN } from './GitHub';

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
 * @param now - what the engine takes for a clock that never jumps, milliseconds
 */
export function engineParts(
  knex: Knex,
  github: { url: string; apiUrl: string },
  now: () => number = () => performance.now(),
  settings: Partial<EngineSettings> = {},
): EngineParts {
  const { host } = new URL(github.url);
  const provider = new GitHubAgentProvider({
    hosts: [{ host, apiBaseUrl: github.apiUrl }],
    logger: silent,
  });
  const silence = async () => {};
  return {
    store: storeOn(knex),
    providers: new Map([[provider.id, provider]]),
    credentials: {
      credential: async ask => ({
        kind: 'ready',
        credential: {
          identityId: ask.identityId,
          host: ask.host,
          token: TOKEN,
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
      identities: () => [{ id: 'portal', host, provider: provider.id }],
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
    lookBack: lookedBack(),
    replica: 'replica-1',
    monotonic: now,
    random: Math.random,
  };
}

export function storeOn(knex: Knex): DatabaseTaskStore {
  const seal = () => ({ salt: '', payloadDigest: '', mac: '' });
  return new DatabaseTaskStore(knex, { seal }, randomUUID);
}

/** Of a portal that has been running for a while. */
function lookedBack(): LookBack {
  const lookBack = new LookBack();
  lookBack.done('portal', 'live');
  lookBack.done('portal', 'archived');
  return lookBack;
}
