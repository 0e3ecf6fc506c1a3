import { JsonObject } from '@backstage/types';
import { TRUSTED } from '../../outside/testing/exampleTemplate';

/** A portal with one policy of each kind that routes can meet; the first that fits decides. */
export const exampleConfig: JsonObject = {
  operators: ['group:default/platform'],
  templates: { trusted: [TRUSTED] },
  identities: [
    {
      id: 'portal',
      type: 'token',
      host: 'github.com',
      token: 'token-of-the-example',
      organizations: ['acme'],
      owner: 'group:default/platform',
    },
  ],
  policies: [
    {
      id: 'careful',
      version: 1,
      match: { repositories: ['acme/vault'], via: ['portal', 'api'] },
      approval: { required: true, by: 'owner' },
      identity: 'portal',
    },
    {
      id: 'services',
      version: 3,
      match: {
        organizations: ['acme'],
        via: ['portal', 'scaffolder', 'action', 'api'],
      },
      repositories: { deny: ['acme/secret-*'] },
      baseRefs: ['default', 'release/*'],
      models: { allow: ['auto', 'sonnet'], default: 'auto' },
      pullRequest: 'require',
      limits: { queued: 50, perRequesterPerDay: 200 },
      identity: 'portal',
    },
  ],
};
