import { World } from '../state/World';
import { takeDue } from '../state/agenda';
import { Settings } from '../settings';
import { perform } from './perform';

/** Lets everything happen that is due by now, each thing at its own time; says whether anything did. */
export function playDue(
  world: World,
  settings: Settings,
  now: number,
): boolean {
  let played = false;
  for (let item = takeDue(world, now); item; item = takeDue(world, now)) {
    perform(world, settings, item);
    played = true;
  }
  return played;
}
