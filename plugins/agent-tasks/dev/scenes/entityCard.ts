import { backendWith } from '../backend/backendWith';
import { broken } from '../backend/refusals';
import { everyStatus } from '../backend/tasks';
import { everywhere } from './everywhere';
import { Room } from './Scene';

export const entityCard: Room = {
  title: 'Entity card',
  path: '/catalog/default/component/payments-api',
  scenes: {
    ...everywhere,
    'queue fails': { answers: backendWith(everyStatus, { queue: broken }) },
  },
};
