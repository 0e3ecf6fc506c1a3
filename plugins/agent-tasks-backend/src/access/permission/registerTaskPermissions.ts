import { agentTasksPermissions } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { PermissionRuleset } from '@backstage/plugin-permission-node';
import { Task } from '../../domain/task/task';
import { TaskStore } from '../../store/TaskStore';
import { agentTaskResourceRef, taskRules, VisibleCondition } from './taskRules';

/** Tells the permission framework what there is to decide about, and by which rules. */
export function registerTaskPermissions(
  registry: PermissionsRegistryService,
  store: Pick<TaskStore, 'load'>,
): PermissionRuleset<Task, VisibleCondition> {
  registry.addResourceType({
    resourceRef: agentTaskResourceRef,
    permissions: agentTasksPermissions,
    rules: Object.values(taskRules),
    getResources: ids =>
      Promise.all(ids.map(async id => (await store.load(id))?.task)),
  });
  return registry.getPermissionRuleset(agentTaskResourceRef);
}
