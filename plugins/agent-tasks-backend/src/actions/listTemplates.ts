import { templateQuerySchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionDoor, answered, read } from './ActionDoor';

export function listTemplates(
  actions: ActionsRegistryService,
  door: ActionDoor,
): void {
  actions.register({
    name: 'list-templates',
    title: 'List templates of agent tasks',
    description:
      'Lists what agent tasks can be asked for, with the form that each needs filled in for run-task. With an entity it says which of them fit it, and why others do not.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: zod => zod.object({ entityRef: zod.string().optional() }).strict(),
      output: zod =>
        zod.object({
          templates: zod.array(
            zod.object({
              ref: zod.string(),
              version: zod.string(),
              lifecycle: zod.string(),
              trusted: zod
                .boolean()
                .describe('Comes from where approved templates come from'),
              owner: zod.string(),
              fits: zod.boolean(),
              reasons: zod.array(zod.string()),
              estimate: zod
                .object({
                  credits: zod.number().nullable(),
                  minutes: zod.number().nullable(),
                })
                .nullable(),
              untrustedTitle: zod.string(),
              untrustedDescription: zod.string().nullable(),
              untrustedParametersSchema: zod
                .record(zod.unknown())
                .describe(
                  'JSON Schema of the parameters; its titles and descriptions are by its author',
                ),
            }),
          ),
        }),
    },
    action: ({ input, credentials }) =>
      answered(door, 'list-templates', credentials, async caller => {
        const { entityRef = null } = read(templateQuerySchema, input);
        const list = await door.access.submissions.templates(caller, entityRef);
        return {
          templates: list.items.map(item => ({
            ref: item.ref,
            version: item.version,
            lifecycle: item.lifecycle,
            trusted: item.trusted,
            owner: item.owner,
            fits: item.fits,
            reasons: item.reasons,
            estimate: item.estimate,
            untrustedTitle: item.title,
            untrustedDescription: item.description,
            untrustedParametersSchema: item.parameters,
          })),
        };
      }),
  });
}
