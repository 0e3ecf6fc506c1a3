import { backendWith } from '../backend/backendWith';
import { pageOf } from '../backend/pageOf';
import { broken } from '../backend/refusals';
import { everyStatus, manyTasks } from '../backend/tasks';
import { everywhere } from './everywhere';
import { Room } from './Scene';

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
    'second page fails': {
      answers: backendWith(manyTasks, {
        tasks: {
          list: async query => (query?.cursor ? broken() : pageOf(manyTasks)),
        },
      }),
    },
  },
};
