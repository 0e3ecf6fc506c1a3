import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ANNOTATION_SOURCE_LOCATION, Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { isLoopback } from './isLoopback';

/** Where examples/entities.yaml says that the simulated GitHub is. */
const writtenAddress = 'url:http://localhost:7099/';

/**
 * Lets the examples follow the simulator when SIMULATOR_PORT moved it: YAML in
 * the catalog knows no variables, and an entity whose source lies at a host
 * without integration has no repository. A demo that was pointed at a real
 * GitHub leaves them alone, because it has none of these repositories.
 */
export const demoExamples = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-examples',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        catalog: catalogProcessingExtensionPoint,
      },
      async init({ config, catalog }) {
        const [github] = config.getConfigArray('integrations.github');
        const address = `http://${github.getString('host')}/`;
        if (!isLoopback(new URL(address).hostname)) {
          return;
        }
        catalog.addProcessor({
          getProcessorName: () => 'DemoExamples',
          preProcessEntity: async entity => sourceAt(`url:${address}`, entity),
        });
      },
    });
  },
});

function sourceAt(address: string, entity: Entity): Entity {
  const { annotations } = entity.metadata;
  const written = annotations?.[ANNOTATION_SOURCE_LOCATION];
  if (!written?.startsWith(writtenAddress)) {
    return entity;
  }
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...annotations,
        [ANNOTATION_SOURCE_LOCATION]: written.replace(writtenAddress, address),
      },
    },
  };
}
