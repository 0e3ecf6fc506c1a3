import type {
  InboxQuery,
  TaskQuery,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** What is kept under which key; `all` is the beginning of every key of its kind. */
export const queryKeys = {
  tasks: {
    all: ['agent-tasks', 'tasks'] as const,
    list: (query: TaskQuery) => ['agent-tasks', 'tasks', query] as const,
  },
  task: {
    all: (id: string) => ['agent-tasks', 'task', id] as const,
    detail: (id: string) => ['agent-tasks', 'task', id, 'detail'] as const,
    events: (id: string) => ['agent-tasks', 'task', id, 'events'] as const,
    record: (id: string) => ['agent-tasks', 'task', id, 'record'] as const,
  },
  inbox: {
    all: ['agent-tasks', 'inbox'] as const,
    of: (query: InboxQuery) => ['agent-tasks', 'inbox', query] as const,
  },
  templates: (entityRef?: string) =>
    ['agent-tasks', 'templates', entityRef ?? null] as const,
  preview: (body: object) => ['agent-tasks', 'preview', body] as const,
  queue: ['agent-tasks', 'queue'] as const,
};
