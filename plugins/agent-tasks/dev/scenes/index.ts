import { allTasks } from './allTasks';
import { entityCard } from './entityCard';
import { entityTab } from './entityTab';
import { homeWidget } from './homeWidget';
import { inbox } from './inbox';
import { runDialog } from './runDialog';
import { Room, Scene } from './Scene';
import { taskPage } from './taskPage';

/** Every room, by the word that its addresses begin with. */
export const rooms: Record<string, Room> = {
  'entity-tab': entityTab,
  'entity-card': entityCard,
  'run-dialog': runDialog,
  task: taskPage,
  inbox,
  tasks: allTasks,
  home: homeWidget,
};

/** @param name - room and scene, as in `inbox/nothing` */
export function sceneNamed(name: string): Scene | undefined {
  const [room, ...scene] = name.split('/');
  return rooms[room]?.scenes[scene.join('/')];
}
