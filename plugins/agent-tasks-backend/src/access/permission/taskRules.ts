import {
  RESOURCE_TYPE_AGENT_TASK,
  stateOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { Task } from '../../domain/task/task';
import { VisibleTasks } from '../../store/TaskQueries';
import { AnyOf, anyOfSchema } from './anyOfSchema';

/**
 * What one rule comes to for a query. In a box of its own: criteria over `VisibleTasks` itself
 * would have two readings of `anyOf`.
 */
export interface VisibleCondition {
  visible: VisibleTasks;
}

/**
 * The resource that permission policies decide about.
 *
 * @public
 */
export const agentTaskResourceRef = createPermissionResourceRef<
  Task,
  VisibleCondition
>().with({ pluginId: 'agent-tasks', resourceType: RESOURCE_TYPE_AGENT_TASK });

/** A rule that holds where one of the task's values is among those given. */
function ruleOf(
  name: string,
  description: string,
  valuesOf: (task: Task) => (string | null)[],
  visibleTo: (values: string[]) => VisibleTasks,
) {
  return createPermissionRule<typeof agentTaskResourceRef, AnyOf>({
    name,
    description,
    resourceRef: agentTaskResourceRef,
    paramsSchema: anyOfSchema,
    apply: (task, { values }) =>
      valuesOf(task).some(value => value !== null && values.includes(value)),
    toQuery: ({ values }) => ({ visible: visibleTo(values) }),
  });
}

/** The rules a permission policy can make conditions of. References and slugs are lower-case. */
export const taskRules = {
  isRequester: ruleOf(
    'IS_REQUESTER',
    'Asked for by one of these users or services',
    task => [task.requester.ref],
    requesters => ({ requesters }),
  ),
  isOwner: ruleOf(
    'IS_OWNER',
    'Owned by one of these users or groups',
    task => task.people.owners,
    owners => ({ owners }),
  ),
  isAssignee: ruleOf(
    'IS_ASSIGNEE',
    'Assigned to one of these users',
    task => [task.assignee],
    assignees => ({ assignees }),
  ),
  hasState: ruleOf(
    'HAS_STATE',
    'In one of these states',
    task => [stateOf(task)],
    states => ({ states }),
  ),
  hasEntityRef: ruleOf(
    'HAS_ENTITY_REF',
    'About one of these entities',
    task => [task.entityRef],
    entityRefs => ({ entityRefs }),
  ),
  hasRepository: ruleOf(
    'HAS_REPOSITORY',
    'In one of these repositories, as owner/name',
    task => [task.repository.slug],
    repositories => ({ repositories }),
  ),
};

const exported = createConditionExports({
  resourceRef: agentTaskResourceRef,
  rules: taskRules,
});

/**
 * Conditions for permission policies about tasks.
 *
 * @public
 */
export const agentTaskConditions = exported.conditions;

/**
 * Builds the decision that carries such conditions.
 *
 * @public
 */
export const createAgentTaskConditionalDecision =
  exported.createConditionalDecision;
