import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { QueryClient } from '@tanstack/react-query';

const MOST_RETRIES = 2;
/** A tab, a card and a page on one screen ask once between them. */
const FRESH_MS = 5_000;

/** A fresh one per app, and per test. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // The browser's own word for being online says nothing of a portal inside a company.
        networkMode: 'always',
        retry: (failures, error) =>
          failures < MOST_RETRIES && isWorthRepeating(error),
      },
      // A command is repeated by the person, who sees that it failed.
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function isWorthRepeating(error: unknown): boolean {
  return error instanceof AgentTasksResponseError
    ? error.nextAction === 'wait_and_repeat'
    : true;
}

/** Of this app: every extension of the plugin shares what was read. */
export const queryClient = createQueryClient();
