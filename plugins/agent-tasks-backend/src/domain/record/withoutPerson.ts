/** A person's reference, and what stands in its place for ever. */
export interface Erasure {
  /** `user:default/ana`, lower case. */
  personRef: string;
  /** A reference as well, so that whatever reads one reads it. */
  pseudonym: string;
  /** What the person is called at providers. */
  logins: readonly string[];
}

/** Whether the person is named anywhere in a value, also within longer texts and in keys. */
export function namesPerson(value: unknown, personRef: string): boolean {
  const mention = mentionOf(personRef);
  const names = (part: unknown): boolean => {
    // `search`, because a global expression remembers where it found something.
    if (typeof part === 'string') return part.search(mention) >= 0;
    return typeof part === 'object' && part !== null
      ? Object.entries(part).flat().some(names)
      : false;
  };
  return names(value);
}

/** The same value with the pseudonym wherever the person was named; the value itself stays. */
export function withoutPerson<T>(
  value: T,
  { personRef, pseudonym }: Omit<Erasure, 'logins'>,
): T {
  const mention = mentionOf(personRef);
  const erased = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(mention, pseudonym);
    if (Array.isArray(part)) return part.map(erased);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, member]) => [
        key.replace(mention, pseudonym),
        erased(member),
      ]),
    );
  };
  return erased(value) as T;
}

/** Not within a longer name: `user:default/ana` is not named by `user:default/ana.lopez`. */
function mentionOf(personRef: string): RegExp {
  const words = personRef.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${words}(?![._-]*[a-z0-9])`, 'gi');
}
