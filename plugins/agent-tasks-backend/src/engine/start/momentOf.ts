import { Moment } from '../../domain/schedule/elapsedMs';
import { EngineParts } from '../EngineParts';

/** Now, by both clocks of this machine. */
export function momentOf({
  monotonic,
  wallClock,
}: Pick<EngineParts, 'monotonic' | 'wallClock'>): Moment {
  return { monotonic: monotonic(), wall: wallClock() };
}
