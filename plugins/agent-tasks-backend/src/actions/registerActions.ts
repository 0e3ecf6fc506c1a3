import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionDoor } from './ActionDoor';
import { cancelTask } from './cancelTask';
import { getTask } from './getTask';
import { listTasks } from './listTasks';
import { listTemplates } from './listTemplates';
import { previewTask } from './previewTask';
import { runTask } from './runTask';

/** The tools that agents may call, over MCP and through the Backstage CLI. */
export function registerActions(
  actions: ActionsRegistryService,
  door: ActionDoor,
): void {
  for (const register of [
    runTask,
    previewTask,
    listTasks,
    getTask,
    cancelTask,
    listTemplates,
  ]) {
    register(actions, door);
  }
}
