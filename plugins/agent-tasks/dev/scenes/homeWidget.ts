import { everywhere } from './everywhere';
import { Room } from './Scene';

export const homeWidget: Room = {
  title: 'Home widget',
  path: '/home',
  scenes: everywhere,
};
