import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { agentTasksApiRef } from '../../src';
import { fakeAgentTasksApi } from '../../src/testing/fakeAgentTasksApi';
import { Scene } from '../scenes/Scene';
import { entities } from './entities';

/** What takes the place of the two backends that our pages ask. */
export function apisOf(scene: Scene) {
  return [
    createFrontendModule({
      pluginId: 'agent-tasks',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: agentTasksApiRef,
              deps: {},
              factory: () => fakeAgentTasksApi(scene.answers),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: catalogApiRef,
              deps: {},
              factory: () => new InMemoryCatalogClient({ entities }),
            }),
        }),
      ],
    }),
  ];
}
