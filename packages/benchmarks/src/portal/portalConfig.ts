import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** The people of the demo: somebody has to be responsible. */
const ORGANIZATION = resolvePackagePath(
  '@agent-tasks/benchmarks',
  '../../examples/org.yaml',
);

export const SERVICE_TOKEN = 'benchmark-service-token';

export interface Account {
  login: string;
  token: string;
}

/** One account may write once a second at most; several let tasks be asked for without a wait. */
const ACCOUNTS = 40;
export const accounts: readonly Account[] = Array.from(
  { length: ACCOUNTS },
  (_, account) => ({
    login: `acme-agent-${account}`,
    token: `benchmark-token-${account}`,
  }),
);

/** A repository for the task with this number, and the account that works in it. */
export function repositoryFor(task: number) {
  const account = task % ACCOUNTS;
  return {
    owner: 'acme',
    name: `agent-${account}-service-${task}`,
    login: accounts[account].login,
  };
}

/** As `app-config.yaml` would have it, with room for every task: nothing is held. */
export function portalConfig(options: {
  port: number;
  database: JsonObject;
  /** Address of the simulated GitHub. */
  github: string;
  identities: readonly Account[];
}): JsonObject {
  const { port, database, identities } = options;
  const url = `http://127.0.0.1:${port}`;
  const { host } = new URL(options.github);
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database,
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: SERVICE_TOKEN, subject: 'benchmark' },
          },
        ],
      },
    },
    integrations: {
      github: [{ host, apiBaseUrl: `${options.github}/api/v3` }],
    },
    catalog: {
      locations: [
        {
          type: 'file',
          target: ORGANIZATION,
          rules: [{ allow: ['Group', 'User'] }],
        },
      ],
    },
    agentTasks: {
      instance: 'benchmark',
      operators: ['group:default/platform'],
      identities: identities.map(({ login, token }) => ({
        id: login,
        type: 'token',
        host,
        token,
      })),
      policies: identities.map(({ login }, account) => ({
        id: login,
        version: 1,
        match: { repositories: [`acme/agent-${account}-*`], via: ['api'] },
        freeform: true,
        identity: login,
      })),
      limits: {
        owner: 10_000,
        organization: 10_000,
        requester: 10_000,
        queued: 10_000,
        perRequesterPerDay: 10_000,
      },
    },
  };
}
