import { useSyncExternalStore } from 'react';
import { rooms, sceneNamed } from '../scenes';

/** Room and scene, as the hash has them; else the first of all. */
export function useAddress(): string {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const name = decodeURIComponent(hash.slice(1));
  return sceneNamed(name) ? name : first();
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function first(): string {
  const [name, room] = Object.entries(rooms)[0];
  return `${name}/${Object.keys(room.scenes)[0]}`;
}
