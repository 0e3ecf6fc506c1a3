import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Entity } from '@backstage/catalog-model';
import { TaskRepository } from '../../domain/task/taskAsk';
import { repositoryAt, repositoryOfEntity } from './repositoryFor';
import { SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';

/** What a task is about: which code, of which entity, at which provider. */
export interface Subject {
  /** null: none was named, or the catalog does not know it yet. */
  entity: Entity | null;
  entityRef: string | null;
  isEntityOpen: boolean;
  repository: TaskRepository;
  providerId: string;
}

/**
 * Finds entity and repository, seen with the caller's eyes. An entity and an address have to agree:
 * else a policy for the one would open the other.
 *
 * @throws AgentTasksError
 */
export async function findSubject(
  { providers }: Pick<SubmissionParts, 'providers'>,
  { body, directory }: SubmissionAsk,
): Promise<Subject> {
  const entityRef = body.entityRef ?? null;
  const entity =
    entityRef === null ? null : (await directory.entity(entityRef)) ?? null;
  const named = body.repository ? repositoryAt(body.repository) : null;
  if (entityRef !== null && entity === null && named === null) {
    throw new AgentTasksError(
      'ENTITY_NOT_FOUND',
      {},
      { details: { entityRef } },
    );
  }
  const [found] = [...providers.values()].flatMap(provider => {
    const repository = entity && provider.repositoryOf(entity);
    return repository ? [{ repository, providerId: provider.id }] : [];
  });
  const own =
    found && entity ? repositoryOfEntity(found.repository, entity) : null;
  if (own && named && (own.host !== named.host || own.slug !== named.slug)) {
    throw new AgentTasksError(
      'REPOSITORY_MISMATCH',
      {},
      { details: { entityRef } },
    );
  }
  const repository = own ?? named;
  if (repository === null) {
    throw new AgentTasksError(
      'ENTITY_HAS_NO_REPOSITORY',
      {},
      { details: { entityRef } },
    );
  }
  const providerId = found?.providerId ?? [...providers.keys()][0];
  if (providerId === undefined) {
    throw new AgentTasksError('PROVIDER_UNAVAILABLE');
  }
  const isEntityOpen = entityRef !== null && entity === null;
  return { entity, entityRef, isEntityOpen, repository, providerId };
}
