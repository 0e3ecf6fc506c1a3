import type {
  Inbox,
  Task,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ATTENTIONS } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { FakeAnswers } from '../../src/testing/fakeAgentTasksApi';
import { queue, readyPreview, templates } from './examples';
import { pageOf } from './pageOf';
import { eventsOf, recordOf } from './recordOf';
import { notFound } from './refusals';

/** Items that the API lists of each group. */
const MOST = 50;

/**
 * A backend that has these tasks, and remembers what a person does to them.
 *
 * @param answers - what it says otherwise
 */
export function backendWith(
  tasks: readonly Task[],
  answers: FakeAnswers = {},
): FakeAnswers {
  const known = new Map(tasks.map(task => [task.id, task]));
  const get = async (id: string) => known.get(id) ?? notFound();
  const change = async (id: string, changes: Partial<Task>) => {
    const task = await get(id);
    const changed = { ...task, ...changes, revision: task.revision + 1 };
    known.set(id, changed);
    return changed;
  };
  return {
    inbox: async () => inboxOf([...known.values()]),
    templates: async () => ({ items: templates }),
    queue: async () => queue,
    ...answers,
    tasks: {
      list: async query => pageOf([...known.values()], query),
      get,
      events: async id => ({ items: eventsOf(await get(id)) }),
      record: async id => recordOf(await get(id)),
      preview: async () => readyPreview,
      create: async () => ({
        task: tasks[0] ?? (await get('')),
        replayed: false,
      }),
      update: (id, { acknowledged, ...wish }) =>
        change(id, { ...wish, ...(acknowledged && { attention: null }) }),
      act: id => change(id, { attention: null, allowedActions: [] }),
      ...answers.tasks,
    },
  };
}

/** As the API groups them; those put aside are a group of their own. */
function inboxOf(tasks: readonly TaskListItem[]): Inbox {
  const waiting = tasks.filter(({ attention }) => attention !== null);
  const asleep = waiting.filter(({ snoozedUntil }) => snoozedUntil !== null);
  return {
    groups: ATTENTIONS.map(attention => {
      const items = waiting.filter(
        task => task.attention === attention && task.snoozedUntil === null,
      );
      return {
        attention,
        count: items.length,
        oldestAt: items[0]?.attentionSince ?? null,
        items: items.slice(0, MOST),
      };
    }).filter(({ count }) => count > 0),
    snoozed: { count: asleep.length, items: asleep.slice(0, MOST) },
  };
}
