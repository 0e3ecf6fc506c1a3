import {
  createTemplateAction,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { JsonValue } from '@backstage/types';
import { runAgentTask, RunParts } from './runAgentTask';
import { runExamples } from './runExamples';
import type { RunInput, RunOutput } from './RunContext';

/**
 * The action `agent-task:run`. The scaffolder makes JSON Schema of these schemas, which fills in no
 * defaults: the code that reads an input knows them.
 */
export function createRunAction(
  parts: RunParts,
): TemplateAction<RunInput, RunOutput> {
  return createTemplateAction({
    id: 'agent-task:run',
    description:
      'Asks a coding agent for work on a repository, as the person who runs the template. The task is tracked in the portal.',
    examples: runExamples,
    supportsDryRun: true,
    schema: {
      input: {
        template: z =>
          z
            .string()
            .min(1)
            .describe(
              'The agent task template: new-service-bootstrap, or a full reference to one in another namespace',
            ),
        parameters: z =>
          z
            .record(z.custom<JsonValue>())
            .optional()
            .describe("What the agent task template's form asks for"),
        repoUrl: z =>
          z
            .string()
            .min(1)
            .describe(
              'The repository to work in, as publish actions take it: github.com?owner=acme&repo=stock',
            ),
        entityRef: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              'The catalog entity to show the task with. It need not be in the catalog yet: the task is bound to it once it appears',
            ),
        baseRef: z =>
          z
            .string()
            .optional()
            .describe(
              'The branch to start from; default: as the template says',
            ),
        title: z =>
          z
            .string()
            .optional()
            .describe(
              "What people see in lists; default: the template's title",
            ),
        createPullRequest: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether the agent opens a pull request; default: as the template says',
            ),
        waitFor: z =>
          z
            .enum(['none', 'finished'])
            .optional()
            .describe(
              'none (default): go on as soon as the task is taken down. finished: go on once the agent is through, whatever came of it; the output state says what',
            ),
        timeout: z =>
          z
            .string()
            .optional()
            .describe(
              'How long to wait for the end before the step fails, ISO 8601, at most P1D; default PT1H. The task goes on',
            ),
        onCancel: z =>
          z
            .enum(['keep', 'cancel'])
            .optional()
            .describe(
              'What becomes of the task when the run is cancelled during this step: keep (default) lets it go on, cancel ends it too',
            ),
      },
      output: {
        taskId: z => z.string().describe('The id of the task'),
        taskUrl: z => z.string().describe('The page of the task'),
        state: z =>
          z
            .string()
            .describe(
              'The state of the task as the step ended: queued, pending_approval, completed, failed and so on',
            ),
        pullRequestUrl: z =>
          z
            .string()
            .optional()
            .describe("The agent's pull request, if there was one by then"),
      },
    },
    handler: ctx => runAgentTask(parts, ctx),
  });
}
