import { createBackend } from '@backstage/backend-defaults';

export type Portal = ReturnType<typeof createBackend>;

/** The portal as it runs everywhere. What only the demo has is added in `demo.ts`. */
export function createPortal(): Portal {
  const backend = createBackend();

  // The built frontend, served from the same address as the API.
  backend.add(import('@backstage/plugin-app-backend'));

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));

  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(
    import('@agent-tasks/backstage-plugin-catalog-backend-module-agent-tasks'),
  );

  backend.add(import('@agent-tasks/backstage-plugin-agent-tasks-backend'));
  backend.add(
    import('@agent-tasks/backstage-plugin-agent-tasks-backend-module-github'),
  );

  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(
    import('@backstage/plugin-permission-backend-module-allow-all-policy'),
  );

  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
  backend.add(
    import('@backstage/plugin-scaffolder-backend-module-notifications'),
  );
  backend.add(
    import(
      '@agent-tasks/backstage-plugin-scaffolder-backend-module-agent-tasks'
    ),
  );

  // The engine module steps aside with a warning where the database is not
  // PostgreSQL; search then keeps its index in memory.
  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-pg'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));

  // The GitHub module verifies signatures, and opens its webhook address only
  // when a webhook secret is configured.
  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-events-backend-module-github'));

  backend.add(import('@backstage/plugin-notifications-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('@backstage/plugin-user-settings-backend'));
  backend.add(import('@backstage/plugin-mcp-actions-backend'));

  return backend;
}
