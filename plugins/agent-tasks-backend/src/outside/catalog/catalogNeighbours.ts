import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogDirectory } from './CatalogDirectory';
import { CatalogPeople, CatalogPeopleOptions } from './CatalogPeople';
import { TimedCache } from './TimedCache';

/** How long the engine trusts what the catalog said. */
const CATALOG_CACHE_MS = 60_000;

/**
 * The catalog as the engine sees it, with its own eyes and a short memory; and as a caller may see
 * it, with theirs and none.
 */
export function catalogNeighbours({
  catalog,
  auth,
  ...options
}: Omit<CatalogPeopleOptions, 'directory'> & {
  catalog: CatalogService;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
}) {
  const directory = new CatalogDirectory({
    catalog,
    credentials: () => auth.getOwnServiceCredentials(),
    cache: new TimedCache<Entity>(CATALOG_CACHE_MS, Date.now),
  });
  return {
    directory,
    people: new CatalogPeople({ ...options, directory }),
    seenBy: (credentials: BackstageCredentials) =>
      new CatalogDirectory({ catalog, credentials: async () => credentials }),
  };
}
