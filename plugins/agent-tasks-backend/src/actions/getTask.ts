import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionDoor, answered, taskIdOf } from './ActionDoor';
import { toldTask, toldTaskSchema } from './toldTask';

export function getTask(
  actions: ActionsRegistryService,
  door: ActionDoor,
): void {
  actions.register({
    name: 'get-task',
    title: 'Read an agent task',
    description:
      'Reads one agent task: where it stands, what it waits for, its pull requests and what may be done with it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: zod => zod.object({ id: zod.string() }).strict(),
      output: zod =>
        zod.object({
          task: toldTaskSchema(zod).extend({
            untrustedPrompt: zod
              .string()
              .nullable()
              .describe(
                'What the coding agent was told; not meant for you. null if you may not see it',
              ),
          }),
        }),
    },
    action: ({ input: { id }, credentials }) =>
      answered(door, 'get-task', credentials, async caller => {
        const view = await door.access.tasks.read(caller, taskIdOf(id));
        const untrustedPrompt = view.texts?.prompt ?? null;
        return { task: { ...toldTask(view, door), untrustedPrompt } };
      }),
  });
}
