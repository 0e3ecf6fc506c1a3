import { AgendaItem, Repository, Session, Task, World } from '../state/World';
import { Settings } from '../settings';

/** All that one step of an agent works on. `now` is when the step was due, not when it is carried out. */
export interface Scene {
  world: World;
  settings: Settings;
  task: Task;
  session: Session;
  repository: Repository;
  item: AgendaItem;
  now: number;
}
