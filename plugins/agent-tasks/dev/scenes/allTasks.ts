import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { FakeAnswers } from '../../src/testing/fakeAgentTasksApi';
import { backendWith } from '../backend/backendWith';
import { pageOf } from '../backend/pageOf';
import { broken } from '../backend/refusals';
import { everyStatus, manyTasks, tasksOf } from '../backend/tasks';
import { everywhere } from './everywhere';
import { Room } from './Scene';

const ANSWER_MS = 50;

/** More than fit in one answer: page by page, and each takes a while, as over a network. */
function manyPages(count: number): FakeAnswers {
  let tasks: Task[] | undefined;
  return backendWith([], {
    tasks: {
      list: async query => {
        await new Promise(resolve => setTimeout(resolve, ANSWER_MS));
        tasks ??= tasksOf(count);
        return pageOf(tasks, query);
      },
    },
  });
}

export const allTasks: Room = {
  title: 'All tasks',
  path: '/agent-tasks/tasks?view=all',
  scenes: {
    ...everywhere,
    'asked by me': {
      answers: backendWith(everyStatus),
      path: '/agent-tasks/tasks',
    },
    'nothing matches': {
      answers: backendWith(everyStatus),
      path: '/agent-tasks/tasks?q=nowhere&status=done',
    },
    'a filter nobody knows': {
      answers: backendWith([]),
      path: '/agent-tasks/tasks?status=daydreaming',
    },
    'many (10,000)': { answers: manyPages(10_000) },
    'second page fails': {
      answers: backendWith(manyTasks, {
        tasks: {
          list: async query => (query?.cursor ? broken() : pageOf(manyTasks)),
        },
      }),
    },
  },
};
