import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** What the catalog calls an entity, as text. */
export function EntityName({ entityRef }: { entityRef: string }) {
  return <bdi>{useEntityPresentation(entityRef).primaryTitle}</bdi>;
}
