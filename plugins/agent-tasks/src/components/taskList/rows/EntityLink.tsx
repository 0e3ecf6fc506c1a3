import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { EntityName } from './EntityName';

/** Leads to the page of an entity. Lighter than the catalog's own, which would stand in each row. */
export function EntityLink({ entityRef }: { entityRef: string }) {
  const linkTo = useEntityRefLink();
  return (
    <Link component={RouterLink} to={linkTo(entityRef)}>
      <EntityName entityRef={entityRef} />
    </Link>
  );
}
