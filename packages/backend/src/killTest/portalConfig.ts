import { JsonObject } from '@backstage/types';
import { ROBOTS, robotToken } from './world';

/** Signs in as the service that asks for tasks. */
export const SERVICE_TOKEN = 'kill-test-service-token';

/** As `app-config.yaml` would have it, for one replica on `port`. */
export function portalConfig(options: {
  port: number;
  /** Host with port of the simulated GitHub. */
  github: string;
  database: JsonObject;
  instance?: string;
}): JsonObject {
  const { port, github, database, instance = 'kill-test' } = options;
  const url = `http://127.0.0.1:${port}`;
  const robots = Array.from({ length: ROBOTS }, (_, robot) => robot);
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
            options: { token: SERVICE_TOKEN, subject: 'kill-test' },
          },
        ],
      },
    },
    auth: { environment: 'development', providers: { demo: {} } },
    integrations: {
      github: [{ host: github, apiBaseUrl: `http://${github}/api/v3` }],
    },
    catalog: {
      locations: [
        {
          type: 'file',
          target: 'examples/org.yaml',
          rules: [{ allow: ['Group', 'User'] }],
        },
      ],
    },
    agentTasks: {
      instance,
      operators: ['group:default/platform'],
      identities: robots.map(robot => ({
        id: `robot-${robot}`,
        type: 'token',
        host: github,
        token: robotToken(robot),
      })),
      policies: robots.map(robot => ({
        id: `robot-${robot}`,
        version: 1,
        match: { repositories: [`acme/robot-${robot}-*`], via: ['api'] },
        freeform: true,
        identity: `robot-${robot}`,
      })),
      limits: {
        owner: 10_000,
        organization: 10_000,
        requester: 10_000,
        queued: 10_000,
        perRequesterPerDay: 10_000,
      },
      // As short as a start that may take its whole 30 s allows.
      engine: { lease: 'PT40S', flight: 'PT1S', margin: 'PT1S' },
    },
  };
}
