import { JsonObject } from '@backstage/types';
import { TRUSTED } from '../../outside/testing/exampleTemplate';

/** A portal with one policy of each kind that routes can meet; the first that fits decides. */
export const exampleConfig: JsonObject = {
  operators: ['group:default/platform'],
  templates: { trusted: [TRUSTED] },
  limits: { queued: 10_000, perRequesterPerDay: 10_000 },
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
      id: 'tight',
      version: 1,
      match: { repositories: ['acme/tight'] },
      limits: { perRequesterPerDay: 1 },
      identity: 'portal',
    },
    {
      id: 'full',
      version: 1,
      match: { repositories: ['acme/full'] },
      limits: { queued: 1 },
      identity: 'portal',
    },
    {
      id: 'released',
      version: 1,
      match: { repositories: ['acme/released'] },
      baseRefs: ['release/*'],
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
      identity: 'portal',
    },
  ],
};
