import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** A group with its place in the tree, related as the catalog relates them. */
export function group(
  name: string,
  more: { members?: string[]; children?: string[]; parent?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: more.children ?? [] },
    relations: [
      ...(more.members ?? []).map(member => ({
        type: 'hasMember',
        targetRef: `user:default/${member}`,
      })),
      ...(more.children ?? []).map(child => ({
        type: 'parentOf',
        targetRef: `group:default/${child}`,
      })),
      ...(more.parent
        ? [{ type: 'childOf', targetRef: `group:default/${more.parent}` }]
        : []),
    ],
  };
}

export function user(name: string, groups: string[] = []): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { memberOf: groups },
    relations: groups.map(parent => ({
      type: 'memberOf',
      targetRef: `group:default/${parent}`,
    })),
  };
}

/** A component whose code lies in a repository of its name at acme, unless told otherwise. */
export function component(
  name: string,
  more: {
    owners?: string[];
    slug?: string | null;
    type?: string;
    title?: string;
    description?: string;
  } = {},
): Entity {
  const slug = more.slug === undefined ? `acme/${name}` : more.slug;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(more.title ? { title: more.title } : {}),
      ...(more.description ? { description: more.description } : {}),
      annotations: slug ? { 'github.com/project-slug': slug } : {},
    },
    spec: { type: more.type ?? 'service', lifecycle: 'production' },
    relations: (more.owners ?? []).map(targetRef => ({
      type: 'ownedBy',
      targetRef,
    })),
  };
}

export const refOf = (entity: Entity) => stringifyEntityRef(entity);
