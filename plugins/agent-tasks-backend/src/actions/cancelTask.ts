import { taskCommandSchemas } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionDoor, answered, read, taskIdOf } from './ActionDoor';
import { toldTask, toldTaskSchema } from './toldTask';

export function cancelTask(
  actions: ActionsRegistryService,
  door: ActionDoor,
): void {
  actions.register({
    name: 'cancel-task',
    title: 'Cancel an agent task',
    description:
      'Cancels an agent task. One that has not started ends at once; one that runs is asked to stop, and has stopped when get-task says so. Its work so far is not taken back. Cannot be undone.',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: zod =>
        zod
          .object({
            id: zod.string(),
            reason: zod
              .string()
              .optional()
              .describe('For the record; people read it'),
          })
          .strict(),
      output: zod => zod.object({ task: toldTaskSchema(zod) }),
    },
    action: ({ input: { id, ...input }, credentials }) =>
      answered(door, 'cancel-task', credentials, async caller => {
        const view = await door.access.commands.act(
          caller,
          taskIdOf(id),
          'cancel',
          read(taskCommandSchemas.cancel, input),
        );
        return { task: toldTask(view, door) };
      }),
  });
}
