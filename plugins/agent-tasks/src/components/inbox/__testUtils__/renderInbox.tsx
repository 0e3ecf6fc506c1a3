import type {
  Task,
  TaskEvent,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentTasksApiRef } from '../../../api/agentTasksApiRef';
import { createQueryClient } from '../../../hooks/client/queryClient';
import { inboxRouteRef, tasksRouteRef } from '../../../routes';
import { fakeAgentTasksApi } from '../../../testing/fakeAgentTasksApi';
import { AgentTasksFrame } from '../../frame/AgentTasksFrame';
import { Inbox } from '../Inbox';
import { inboxOf } from './inboxOf';

/** Who looks. */
export const bo = 'user:default/bo';
export const payments = 'group:default/payments';

/** What the backend knows, and every order that it got. */
export interface FakeBackend {
  tasks: Task[];
  events: TaskEvent[];
  inbox: jest.Mock;
  act: jest.Mock;
  update: jest.Mock;
}

function find(backend: FakeBackend, id: string): Task {
  const task = backend.tasks.find(one => one.id === id);
  if (!task) throw new Error(`No task ${id}`);
  return task;
}

/** A backend with a memory: what a person decides about waits no longer. */
export function fakeBackend(tasks: Task[]): FakeBackend {
  const backend = { tasks, events: [] } as unknown as FakeBackend;
  const change = (id: string, changes: Partial<Task>) => {
    backend.tasks = backend.tasks.map(task =>
      task.id === id
        ? { ...task, ...changes, revision: task.revision + 1 }
        : task,
    );
    return find(backend, id);
  };
  backend.inbox = jest.fn(async ({ scope }) =>
    inboxOf(
      backend.tasks.filter(
        task =>
          task.attention !== null && (scope === 'team' || task.assignee === bo),
      ),
    ),
  );
  backend.act = jest.fn(async id => change(id, { attention: null }));
  backend.update = jest.fn(async (id, wish) =>
    change(id, wish.acknowledged ? { attention: null } : wish),
  );
  return backend;
}

/** The inbox as Bo of Payments opens it. */
export function renderInbox(
  backend: FakeBackend,
  options: { search?: string; stored?: Record<string, string | boolean> } = {},
) {
  const client = createQueryClient();
  client.setDefaultOptions({
    ...client.getDefaultOptions(),
    queries: { retry: false, staleTime: 0 },
  });
  const api = fakeAgentTasksApi({
    inbox: query => backend.inbox(query),
    tasks: {
      get: async id => find(backend, id),
      events: async () => ({ items: backend.events }),
      act: (...order) => backend.act(...order),
      update: (...order) => backend.update(...order),
    },
  });
  renderInTestApp(
    <AgentTasksFrame client={client}>
      <Inbox />
    </AgentTasksFrame>,
    {
      apis: [
        [agentTasksApiRef, api],
        mockApis.identity({
          userEntityRef: bo,
          ownershipEntityRefs: [bo, payments],
        }),
        mockApis.storage({ data: { 'agent-tasks': options.stored ?? {} } }),
      ],
      mountedRoutes: {
        '/agent-tasks/inbox': inboxRouteRef,
        '/agent-tasks/tasks': tasksRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/${options.search ?? ''}`],
    },
  );
  return { client, user: userEvent.setup() };
}

/** The rows of tasks, without the heads of their groups. */
export async function taskRows(): Promise<HTMLElement[]> {
  await screen.findByRole('grid');
  return screen
    .getAllByRole('row')
    .filter(row => row.dataset.task !== undefined);
}

/** Their ids, in the order in which they stand. */
export async function shownIds(): Promise<(string | undefined)[]> {
  return (await taskRows()).map(row => row.dataset.task);
}

/** The row that the verbs work on. */
export function selectedRow(): HTMLElement {
  return screen.getByRole('row', { selected: true });
}

/** jsdom lays nothing out: a list without a height would show no row. */
export function layRowsOut(): void {
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(60);
}
