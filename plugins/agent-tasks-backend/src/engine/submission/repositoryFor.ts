import { ANNOTATION_SOURCE_LOCATION, Entity } from '@backstage/catalog-model';
import { RepositoryRef } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TaskRepository } from '../../domain/task/taskAsk';

/** The repository of an address such as `https://github.com/acme/payments-api`. */
export function repositoryAt(address: string): TaskRepository {
  const { protocol, host, pathname } = new URL(address);
  const slug = pathname
    .slice(1)
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
  return { host, slug, url: `${protocol}//${host}/${slug}`, id: null };
}

/** The repository that a provider read from an entity. */
export function repositoryOfEntity(
  { host, slug }: RepositoryRef,
  entity: Entity,
): TaskRepository {
  const source =
    entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION] ?? '';
  // Only a portal's own test server speaks plain http, and its entities say so.
  const scheme = source.startsWith(`url:http://${host}/`) ? 'http' : 'https';
  return { host, slug, url: `${scheme}://${host}/${slug}`, id: null };
}
