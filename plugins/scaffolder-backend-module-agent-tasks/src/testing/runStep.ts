import {
  AgentTasksApi,
  TasksApi,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentTasksService } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createRunAction } from '../createRunAction';
import { RunParts } from '../runAgentTask';
import { RunContext, RunInput } from '../RunContext';
import { examplePreview, exampleTask } from './exampleTask';

export const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: 'github.com' },
        { host: 'localhost:7099', apiBaseUrl: 'http://localhost:7099/api/v3' },
      ],
      gitlab: [{ host: 'gitlab.com' }],
    },
  }),
);

export const exampleInput: RunInput = {
  template: 'new-service-bootstrap',
  repoUrl: 'github.com?owner=acme&repo=stock',
};

/** Agent Tasks, as far as the action asks it; answers as if all went well. */
export function answeringTasks() {
  return {
    create: answering<'create'>(async () => ({
      task: exampleTask(),
      replayed: false,
    })),
    preview: answering<'preview'>(async () => examplePreview()),
    get: answering<'get'>(async () => exampleTask()),
    waitForChange: answering<'waitForChange'>(async () =>
      exampleTask({ state: 'completed' }),
    ),
    act: answering<'act'>(async () => exampleTask({ state: 'cancelled' })),
  };
}

function answering<Name extends keyof TasksApi>(
  answer: () => ReturnType<TasksApi[Name]>,
) {
  return jest.fn<ReturnType<TasksApi[Name]>, Parameters<TasksApi[Name]>>(
    answer,
  );
}

/** Keeps checkpoints as the scaffolder does: by their key, as JSON. */
export function checkpointsIn(
  kept: Map<string, string>,
): RunContext['checkpoint'] {
  return async ({ key, fn }) => {
    if (!kept.has(key)) kept.set(key, JSON.stringify(await fn()));
    return JSON.parse(kept.get(key)!);
  };
}

/** Runs one step as Ana; says what it handed on, also where it fails. */
export async function runStep(
  tasks: ReturnType<typeof answeringTasks>,
  input: Partial<RunInput> = {},
  context: Partial<RunContext> = {},
) {
  const askedAs: BackstageCredentials[] = [];
  const agentTasks: AgentTasksService = {
    onBehalfOf: caller => {
      askedAs.push(caller.credentials);
      return asApi(tasks);
    },
  };
  const parts = { agentTasks, integrations };
  return { ...(await runStepWith(parts, input, context)), askedAs };
}

/** The same, against what is given. */
export async function runStepWith(
  parts: Omit<RunParts, 'portalUrl'>,
  input: Partial<RunInput>,
  context: Partial<RunContext>,
) {
  const output: Record<string, unknown> = {};
  const credentials = mockCredentials.user('user:default/ana');
  const action = createRunAction({
    ...parts,
    portalUrl: 'https://portal.example.com/',
  });
  const failure = await action
    .handler({
      ...createMockActionContext({
        input: { ...exampleInput, ...input },
        task: { id: 'run-1' },
        templateInfo: { entityRef: 'template:default/new-service' },
      }),
      getInitiatorCredentials: async () => credentials,
      step: { id: 'agent', name: 'Agent' },
      output: (name, value) => {
        output[name] = value;
      },
      ...context,
    })
    .then(
      () => null,
      (error: Error) => error.message,
    );
  return { output, failure, credentials };
}

function asApi(tasks: Partial<TasksApi>): AgentTasksApi {
  const api: Partial<AgentTasksApi> = { tasks: tasks as TasksApi };
  return api as AgentTasksApi;
}
