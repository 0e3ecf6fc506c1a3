import type { AgentTasksApi } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** What a test says the backend does; everything else is never answered. */
export interface FakeAnswers
  extends Partial<Omit<AgentTasksApi, 'tasks' | 'connections' | 'freezes'>> {
  tasks?: Partial<AgentTasksApi['tasks']>;
}

/** The API as a page sees it. What the test does not answer stays on its way for ever. */
export function fakeAgentTasksApi(answers: FakeAnswers = {}): AgentTasksApi {
  const { tasks, ...rest } = answers;
  const pending = () => new Promise<never>(() => {});
  return {
    tasks: {
      list: pending,
      get: pending,
      waitForChange: pending,
      preview: pending,
      create: pending,
      update: pending,
      act: pending,
      events: pending,
      record: pending,
      ...tasks,
    },
    connections: { put: pending, get: pending, delete: pending },
    freezes: { list: pending, get: pending, create: pending, thaw: pending },
    templates: pending,
    inbox: pending,
    queue: pending,
    policies: pending,
    operations: pending,
    ...rest,
  };
}
