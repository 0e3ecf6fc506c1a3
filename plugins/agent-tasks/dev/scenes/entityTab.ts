import { backendWith } from '../backend/backendWith';
import { foreign } from '../backend/examples';
import { broken } from '../backend/refusals';
import { everyStatus } from '../backend/tasks';
import { everywhere } from './everywhere';
import { Room } from './Scene';

const nothingFits = async () => ({ items: [foreign] });

export const entityTab: Room = {
  title: 'Entity tab',
  path: '/catalog/default/component/payments-api/agent-tasks',
  scenes: {
    ...everywhere,
    'nothing, and no template fits': {
      answers: backendWith([], { templates: nothingFits }),
    },
    'nothing, and templates fail': {
      answers: backendWith([], { templates: broken }),
    },
    'review capacity used up': {
      answers: backendWith(everyStatus, {
        queue: async () => ({
          items: [],
          limits: [],
          capacity: [
            {
              ownerRef: 'group:default/payments',
              used: 5,
              limit: 5,
              external: 3,
            },
          ],
          identities: [],
        }),
      }),
    },
  },
};
