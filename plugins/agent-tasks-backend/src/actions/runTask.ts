import { idempotencyKeySchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionDoor, answered, read } from './ActionDoor';
import { askedTask, askedTaskSchema } from './askedTask';
import { toldTask, toldTaskSchema } from './toldTask';

export function runTask(
  actions: ActionsRegistryService,
  door: ActionDoor,
): void {
  actions.register({
    name: 'run-task',
    title: 'Run an agent task',
    description:
      'Asks for a coding agent to work on a repository, as the signed-in user and under the policies of the portal. The agent pushes a branch and usually opens a draft pull request, which people review. Answers at once: the task may wait for approval or for its turn; follow it with get-task. Use list-templates first to choose a template, and preview-task to see what would happen.',
    // Without a key, the same ask makes another task after ten minutes.
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: zod =>
        askedTaskSchema(zod)
          .extend({
            idempotencyKey: zod
              .string()
              .optional()
              .describe(
                'Your name for this request. Repeat it with the same input after a failure: the same task is answered instead of a second one',
              ),
          })
          .strict(),
      output: zod =>
        zod.object({
          task: toldTaskSchema(zod),
          isReplay: zod
            .boolean()
            .describe('An earlier request with the same key made the task'),
        }),
    },
    action: ({ input: { idempotencyKey, ...input }, credentials }) =>
      answered(door, 'run-task', credentials, async caller => {
        const key =
          idempotencyKey === undefined
            ? undefined
            : read(idempotencyKeySchema, idempotencyKey);
        const { task, isReplay } = await door.access.submissions.create(
          caller,
          askedTask(input),
          key,
        );
        return { task: toldTask(task, door), isReplay };
      }),
  });
}
