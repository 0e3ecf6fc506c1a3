import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { Approvers } from '../../domain/policy/policy';
import { Task } from '../../domain/task/task';
import { TaskPeople } from '../../domain/task/taskAsk';
import { Directory } from '../../engine/ports/Directory';
import { People } from '../../engine/ports/People';
import { PeopleAsk, PeopleFinder } from '../../engine/ports/PeopleFinder';

export interface CatalogPeopleOptions {
  directory: Directory;
  providers: ReadonlyMap<
    string,
    Pick<AgentProvider, 'repositoryOf' | 'loginOf'>
  >;
  logger: LoggerService;
  operators: string[];
  fallback: string[];
  /** A group with more people than this owns nothing. */
  largestGroup: number;
  /** Owner of each identity; null: the operators. */
  identityOwners: ReadonlyMap<string, string | null>;
  /** Whom each policy has as approvers today. */
  approvers: ReadonlyMap<string, Approvers>;
}

/**
 * People by the catalog's relations. A reference that stands for nobody is left out, so that what
 * waits for a person is never routed to an empty group.
 */
export class CatalogPeople implements People, PeopleFinder {
  constructor(private readonly options: CatalogPeopleOptions) {}

  async find(ask: PeopleAsk): Promise<TaskPeople> {
    const { operators, identityOwners } = this.options;
    const fallback = await this.fallback();
    const owners = await this.owners(ownersOf(ask));
    const isOwnerSubstituted = owners.length === 0;
    const people = isOwnerSubstituted ? fallback : owners;
    const identityOwner = identityOwners.get(ask.identityId);
    return {
      owners: people,
      approvers:
        ask.approvers === 'owner' ? people : await this.existing(ask.approvers),
      reviewers:
        ask.reviewers === 'owner' ? [] : await this.existing(ask.reviewers),
      operators: await this.existing(operators),
      identityOwners: await this.existing(
        identityOwner ? [identityOwner] : operators,
      ),
      budgetOwners: [],
      fallback,
      isOwnerSubstituted,
    };
  }

  async of(task: Task): Promise<TaskPeople> {
    const { directory, approvers, logger } = this.options;
    try {
      const entity = task.entityRef
        ? await directory.entity(task.entityRef)
        : undefined;
      return await this.find({
        entity: entity ?? null,
        requester: task.requester,
        approvers: approvers.get(task.policy.id) ?? task.people.approvers,
        reviewers:
          task.people.reviewers.length > 0 ? task.people.reviewers : 'owner',
        identityId: task.identity.id,
      });
    } catch (error) {
      logger.warn('The catalog could not say whom a task belongs to', {
        taskId: task.id,
        error: String(error),
      });
      return task.people;
    }
  }

  async isEntityBound(task: Task): Promise<boolean> {
    if (task.entityRef === null) return true;
    const entity = await this.options.directory.entity(task.entityRef);
    const provider = this.options.providers.get(task.providerId);
    const repository = entity && provider?.repositoryOf(entity);
    // An entity that turns up with another repository is not the one that was announced.
    return (
      repository !== undefined &&
      repository.host === task.repository.host &&
      repository.slug === task.repository.slug
    );
  }

  async isRequesterKnown(task: Task): Promise<boolean> {
    if (task.requester.type === 'service') return true;
    const people = await this.options.directory.peopleBehind(
      task.requester.ref,
      1,
    );
    return people.length > 0;
  }

  async loginOf(requesterRef: string, host: string): Promise<string | null> {
    if (!requesterRef.startsWith('user:')) return null;
    const { directory, providers } = this.options;
    const person = await directory.entity(requesterRef);
    const logins = [...providers.values()].map(
      provider => person && provider.loginOf(person, host),
    );
    return logins.find(login => login !== undefined) ?? null;
  }

  /** Those who are somebody, and not a crowd. */
  private async owners(refs: string[]): Promise<string[]> {
    const { directory, largestGroup } = this.options;
    const sizes = await Promise.all(
      refs.map(ref => directory.peopleBehind(ref, largestGroup + 1)),
    );
    return refs.filter((_ref, index) => {
      const size = sizes[index].length;
      return size > 0 && size <= largestGroup;
    });
  }

  private async existing(refs: readonly string[]): Promise<string[]> {
    const { directory } = this.options;
    const people = await Promise.all(
      refs.map(ref => directory.peopleBehind(ref, 1)),
    );
    return refs.filter((_ref, index) => people[index].length > 0);
  }

  /** Somebody at all: who was named for it, else the operators. */
  private async fallback(): Promise<string[]> {
    const { fallback, operators, logger } = this.options;
    const named = await this.existing(fallback);
    if (named.length > 0) return named;
    const others = await this.existing(operators);
    if (others.length > 0) return others;
    logger.error(
      'Neither the fallback owner nor the operators exist: tasks that need a person may reach nobody',
    );
    return fallback;
  }
}

function ownersOf({ entity, requester }: PeopleAsk): string[] {
  if (entity) return ownersOfEntity(entity);
  return requester.type === 'user' ? [requester.ref] : [];
}

function ownersOfEntity(entity: Entity): string[] {
  const relations = entity.relations ?? [];
  return [
    ...new Set(
      relations
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef),
    ),
  ].sort();
}
