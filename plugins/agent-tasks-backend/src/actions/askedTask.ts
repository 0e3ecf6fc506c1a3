import { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { createTaskSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { read } from './ActionDoor';
import { Zod } from './toldTask';

/** What a task, or its preview, is asked for with. */
export const askedTaskSchema = (zod: Zod) =>
  zod.object({
    template: zod
      .string()
      .optional()
      .describe(
        'Reference from list-templates, such as agenttasktemplate:default/dependency-bump',
      ),
    prompt: zod
      .string()
      .optional()
      .describe('Instead of a template, where a policy allows it'),
    parameters: zod
      .record(zod.unknown())
      .optional()
      .describe("Values for the template's form"),
    entityRef: zod
      .string()
      .optional()
      .describe('Catalog entity, such as component:default/payments-api'),
    repository: zod
      .string()
      .optional()
      .describe('Address of a repository, where there is no entity'),
    baseRef: zod.string().optional().describe('Branch to start from'),
    model: zod.string().optional(),
    createPullRequest: zod.boolean().optional(),
    title: zod.string().optional().describe('What people see in lists'),
  });

export function askedTask(input: Record<string, unknown>): CreateTaskRequest {
  return read(createTaskSchema, input);
}
