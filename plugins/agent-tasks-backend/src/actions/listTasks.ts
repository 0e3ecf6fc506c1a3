import { taskQuerySchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionDoor, answered, read } from './ActionDoor';
import { toldTask, toldTaskSchema } from './toldTask';

const PAGE_SIZE = 20;

export function listTasks(
  actions: ActionsRegistryService,
  door: ActionDoor,
): void {
  actions.register({
    name: 'list-tasks',
    title: 'List agent tasks',
    description:
      'Lists agent tasks that the signed-in user may see, newest first. To read on, give the createdAt of the last one as createdBefore.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: zod =>
        zod
          .object({
            entityRef: zod.string().optional(),
            repository: zod
              .string()
              .optional()
              .describe('Owner and name: acme/payments-api'),
            requesterRef: zod
              .string()
              .optional()
              .describe('Who asked: user:default/ana'),
            status: zod
              .array(zod.string())
              .optional()
              .describe(
                'Any of needs_approval, waiting, working, needs_you, in_review, done, not_done, cancelled, unclear',
              ),
            createdBefore: zod.string().optional().describe('ISO 8601, UTC'),
            limit: zod.number().int().min(1).max(50).optional(),
          })
          .strict(),
      output: zod =>
        zod.object({
          tasks: zod.array(toldTaskSchema(zod)),
          total: zod.number().describe('1001 stands for more than a thousand'),
        }),
    },
    action: ({ input: { limit = PAGE_SIZE, ...input }, credentials }) =>
      answered(door, 'list-tasks', credentials, async caller => {
        const page = await door.access.tasks.list(caller, {
          filter: read(taskQuerySchema, listed(input)),
          order: 'createdAt',
          direction: 'desc',
          limit,
          after: null,
        });
        return {
          tasks: page.tasks.map(view => toldTask(view, door)),
          total: page.total,
        };
      }),
  });
}

/** Filters of the API are lists: any of these. What was left out filters nothing. */
function listed({
  status,
  createdBefore,
  ...single
}: Record<string, string | string[] | undefined>): Record<string, unknown> {
  return Object.fromEntries(
    [
      ...Object.entries(single).map(([name, value]) => [
        name,
        value && [value],
      ]),
      ['status', status],
      ['createdBefore', createdBefore],
    ].filter(([, value]) => value !== undefined),
  );
}
