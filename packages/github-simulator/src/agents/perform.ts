import { AgendaItem, World } from '../state/World';
import { Settings } from '../settings';

/** Carries out one step of the agenda. */
export function perform(
  _world: World,
  _settings: Settings,
  _item: AgendaItem,
): void {}
