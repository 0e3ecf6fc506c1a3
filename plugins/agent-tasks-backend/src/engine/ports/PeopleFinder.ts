import { Entity } from '@backstage/catalog-model';
import { Approvers } from '../../domain/policy/policy';
import { TaskPeople, TaskRequester } from '../../domain/task/taskAsk';

export interface PeopleAsk {
  /** null: none was named, or the catalog does not know it yet. The requester stands in. */
  entity: Entity | null;
  requester: TaskRequester;
  approvers: Approvers;
  /** The template's; `owner`: those of the entity. */
  reviewers: 'owner' | string[];
  identityId: string;
}

/** Who is to be asked about a task that is about to exist. */
export interface PeopleFinder {
  find(ask: PeopleAsk): Promise<TaskPeople>;
}
