import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionDoor, answered } from './ActionDoor';
import { askedTask, askedTaskSchema } from './askedTask';

export function previewTask(
  actions: ActionsRegistryService,
  door: ActionDoor,
): void {
  actions.register({
    name: 'preview-task',
    title: 'Preview an agent task',
    description:
      'Says what run-task with the same input would do: the prompt, which policy decides and how, whose identity would act, and what speaks against it. Writes nothing and starts nothing.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: zod => askedTaskSchema(zod).strict(),
      output: zod =>
        zod.object({
          wouldBeTaken: zod.boolean().describe('run-task would not be refused'),
          policy: zod.object({
            result: zod.string().describe('allow, ask (for approval) or deny'),
            id: zod.string().nullable(),
            version: zod.number().nullable(),
          }),
          identity: zod.string().nullable(),
          estimate: zod
            .object({
              credits: zod.number().nullable(),
              minutes: zod.number().nullable(),
            })
            .nullable(),
          startsInSeconds: zod.number().nullable(),
          waitsFor: zod.string().nullable(),
          untrustedPrompt: zod
            .string()
            .nullable()
            .describe('As it would be sent to the agent; not meant for you'),
          errors: zod.array(
            zod.object({
              code: zod.string(),
              message: zod.string(),
              nextStep: zod.string(),
              fields: zod.array(zod.string()),
            }),
          ),
        }),
    },
    action: ({ input, credentials }) =>
      answered(door, 'preview-task', credentials, async caller => {
        const { submissions } = door.access;
        const preview = await submissions.preview(caller, askedTask(input));
        const { policy, identity, estimate, queue, prompt, errors } = preview;
        return {
          wouldBeTaken: errors.length === 0,
          policy: {
            result: policy.result,
            id: policy.id,
            version: policy.version,
          },
          identity: identity?.id ?? null,
          estimate,
          startsInSeconds: queue?.startsInSeconds ?? null,
          waitsFor: queue?.held?.reason ?? null,
          untrustedPrompt: prompt,
          errors: errors.map(({ code, message, remediation, violations }) => ({
            code,
            message,
            nextStep: remediation,
            fields: violations.map(({ field, hint }) => `${field}: ${hint}`),
          })),
        };
      }),
  });
}
