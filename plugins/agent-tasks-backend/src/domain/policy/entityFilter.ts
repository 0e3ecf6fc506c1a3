/** A catalog filter: each path must have the value, or one of the values. */
export type EntityFilter = Readonly<Record<string, string | readonly string[]>>;

/** An entity as data; only looked into along the paths of a filter. */
export type EntityFacts = Readonly<Record<string, unknown>>;

/**
 * The paths of the filter that the entity does not meet; [] means that it fits. Values are compared
 * as the catalog does: without regard to case, a list fits when one of its members does.
 */
export function unmetPaths(
  filter: EntityFilter,
  entity: EntityFacts,
): string[] {
  return Object.entries(filter)
    .filter(([path, wanted]) => {
      const allowed = [wanted].flat().map(value => value.toLowerCase());
      return !valuesAt(entity, path.split('.')).some(value =>
        allowed.includes(value),
      );
    })
    .map(([path]) => path);
}

/** Keys may hold dots themselves, as `github.com/project-slug` does: longer keys are tried too. */
function valuesAt(value: unknown, path: string[]): string[] {
  if (path.length === 0) return textsOf(value);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(item => valuesAt(item, path));
  return path.flatMap((_part, index) => {
    const key = path.slice(0, index + 1).join('.');
    return Object.hasOwn(value, key)
      ? valuesAt((value as EntityFacts)[key], path.slice(index + 1))
      : [];
  });
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return ['string', 'number', 'boolean'].includes(typeof value)
    ? [String(value).toLowerCase()]
    : [];
}
