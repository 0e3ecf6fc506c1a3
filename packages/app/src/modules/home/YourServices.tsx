import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EmptyState,
  LinkButton,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityDisplayName,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { useAsync, useMountEffect } from '@react-hookz/web';
import { Link } from 'react-router-dom';

/** The way from the home page to the work: what the signed-in person's teams own. */
export function YourServices() {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const [{ result, error }, { execute }] = useAsync(async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    return catalog.queryEntities({
      filter: { kind: 'Component', 'relations.ownedBy': ownershipEntityRefs },
      orderFields: { field: 'metadata.name', order: 'asc' },
      fields: ['kind', 'metadata', 'spec.type'],
      limit: 20,
    });
  });
  useMountEffect(execute);

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!result) {
    return <Progress />;
  }
  if (result.totalItems === 0) {
    return (
      <EmptyState
        missing="content"
        title="Your teams own nothing yet"
        description="Components appear here once the catalog names you or one of your teams as their owner."
        action={
          <LinkButton to="/catalog" color="primary" variant="outlined">
            Open the catalog
          </LinkButton>
        }
      />
    );
  }
  return (
    <List disablePadding>
      {result.items.map(entity => (
        <ServiceRow key={stringifyEntityRef(entity)} entity={entity} />
      ))}
    </List>
  );
}

function ServiceRow({ entity }: { entity: Entity }) {
  const linkTo = useEntityRefLink();
  return (
    <li>
      <ListItem dense button component={Link} to={linkTo(entity)}>
        <ListItemText
          primary={<EntityDisplayName entityRef={entity} hideIcon />}
          secondary={entity.metadata.description}
          secondaryTypographyProps={{ noWrap: true }}
        />
      </ListItem>
    </li>
  );
}
