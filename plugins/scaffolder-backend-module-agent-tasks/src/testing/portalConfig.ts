import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** The examples of this repository. */
export const examples = resolvePackagePath(
  '@agent-tasks/backstage-plugin-scaffolder-backend-module-agent-tasks',
  '../../examples',
);

/** As `app-config.yaml` would have it, with the example templates and one permissive policy. */
export function portalConfig(options: {
  /** For what does not outlive the test. */
  directory: string;
  /** Host with port of the simulated GitHub, and the token that acts there. */
  host: string;
  token: string;
}): JsonObject {
  const { directory, host, token } = options;
  return {
    app: { baseUrl: 'https://portal.example.com' },
    backend: { workingDirectory: directory },
    integrations: {
      github: [
        {
          host,
          apiBaseUrl: `http://${host}/api/v3`,
          rawBaseUrl: `http://${host}/raw`,
          token,
        },
      ],
    },
    catalog: {
      processingInterval: { seconds: 1 },
      rules: [{ allow: ['Component', 'Location'] }],
      locations: [
        locationOf('org.yaml', 'Group', 'User'),
        locationOf('agent-task-templates/*.yaml', 'AgentTaskTemplate'),
        locationOf('template/template.yaml', 'Template'),
      ],
    },
    scaffolder: { defaultEnvironment: { parameters: { githubHost: host } } },
    agentTasks: {
      operators: ['group:default/platform'],
      templates: { trusted: ['file:'] },
      identities: [
        {
          id: 'portal',
          type: 'token',
          host,
          token,
          owner: 'group:default/platform',
          organizations: ['acme'],
        },
      ],
      policies: [
        {
          id: 'templates',
          version: 1,
          match: { via: ['scaffolder'] },
          identity: 'portal',
        },
      ],
    },
  };
}

function locationOf(target: string, ...kinds: string[]): JsonObject {
  return {
    type: 'file',
    target: join(examples, target),
    rules: [{ allow: kinds }],
  };
}
