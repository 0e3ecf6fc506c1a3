import type {
  TaskList,
  TaskListItem,
  TaskQuery,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { useLocation } from 'react-router-dom';
import { agentTasksApiRef } from '../../../api/agentTasksApiRef';
import { tasksRouteRef } from '../../../routes';
import { exampleTask } from '../../../testing/exampleTask';
import { fakeAgentTasksApi } from '../../../testing/fakeAgentTasksApi';
import { TaskListPage } from '../TaskListPage';

/** Who looks. */
export const ana = 'user:default/ana';
export const payments = 'group:default/payments';

/** Rows as a list carries them. */
export function exampleRow(changes: Partial<TaskListItem> = {}): TaskListItem {
  const { parameters, prompt, sessions, stages, ...row } = exampleTask();
  return { ...row, ...changes };
}

/** A page of that many rows. */
export function exampleRows(count: number, from = 0): TaskListItem[] {
  return Array.from({ length: count }, (_, index) =>
    exampleRow({
      id: `task-${from + index}`,
      title: `Task number ${from + index}`,
    }),
  );
}

/** The page as Ana of Payments opens it, with what its requests are answered. */
export function renderList(
  answer: (query: TaskQuery) => Promise<TaskList> | TaskList,
  options: { search?: string } = {},
) {
  // No window of a test scrolls, and jsdom says so each time.
  window.scrollTo = () => {};
  const list = jest.fn(async (query: TaskQuery = {}) => answer(query));
  renderInTestApp(
    <>
      <TaskListPage />
      <Address />
    </>,
    {
      apis: [
        [agentTasksApiRef, fakeAgentTasksApi({ tasks: { list } })],
        [catalogApiRef, catalogApiMock()],
        mockApis.identity({
          userEntityRef: ana,
          ownershipEntityRefs: [ana, payments],
        }),
      ],
      mountedRoutes: {
        '/agent-tasks/tasks': tasksRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/${options.search ?? ''}`],
    },
  );
  const asked = () => list.mock.calls.map(([query]) => query);
  return { list, asked };
}

function Address() {
  const { pathname, search } = useLocation();
  return <output>{decodeURIComponent(pathname + search)}</output>;
}

/** Columns need room, which no test has unless it says so. */
export function onWideScreen(): void {
  window.matchMedia = (media: string) =>
    ({
      media,
      matches: media.includes('min-width'),
      addEventListener: () => {},
      removeEventListener: () => {},
      addListener: () => {},
      removeListener: () => {},
    } as unknown as MediaQueryList);
}
