import { signalApiRef } from '@backstage/plugin-signals-react';
import { useApiHolder } from '@backstage/frontend-plugin-api';

/** How often a visible page reads again by itself, in milliseconds. */
const WITHOUT_SIGNALS_MS = 30_000;
/** Signals go to the people a task concerns; whoever else looks is not told. */
const WITH_SIGNALS_MS = 60_000;

/**
 * The pause between two reads of what is on the screen. A hidden tab does not read.
 *
 * @returns milliseconds, as `refetchInterval` takes them
 */
export function useLiveInterval(): number {
  const holder = useApiHolder();
  return holder.get(signalApiRef) ? WITH_SIGNALS_MS : WITHOUT_SIGNALS_MS;
}
