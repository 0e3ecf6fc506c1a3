import { useStored } from '../client/useStored';

/** Single keys can be switched off: who dictates to a computer types verbs by speaking. */
export function useKeysSwitch(): [boolean, (isOn: boolean) => void] {
  return useStored('keys', isBoolean, true);
}

function isBoolean(stored: unknown): stored is boolean {
  return typeof stored === 'boolean';
}
