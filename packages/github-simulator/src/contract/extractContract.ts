import { OpenApi, Operation, resolveReference } from './OpenApi';

/** Prose and samples: nothing is judged by them, and they are most of the size. */
const PROSE = [
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'title',
];

/** Keys below these are names that somebody chose, not keywords. */
const NAMES = [
  'properties',
  'schemas',
  'responses',
  'parameters',
  'headers',
  'content',
];

function withoutProse(value: unknown, keysAreNames = false): unknown {
  if (Array.isArray(value)) return value.map(one => withoutProse(one));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) =>
          keysAreNames || !(PROSE.includes(key) || key.startsWith('x-')),
      )
      .map(([key, inner]) => [
        key,
        key === 'enum' || key === 'default' || key === 'required'
          ? inner
          : withoutProse(inner, !keysAreNames && NAMES.includes(key)),
      ]),
  );
}

function references(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

/** The named operations with everything they refer to, without prose. */
export function extractContract(
  whole: OpenApi,
  operations: readonly string[],
  source: string,
): OpenApi {
  const extract: OpenApi = {
    openapi: whole.openapi,
    info: { title: 'GitHub REST API, an extract', version: whole.info.version },
    'x-source': source,
    paths: {},
    components: {},
  };
  const pending: unknown[] = [];
  for (const name of operations) {
    const [method, path] = name.split(' ');
    const operation = whole.paths[path]?.[method.toLowerCase()];
    if (!operation) throw new Error(`GitHub's contract has no ${name}`);
    const kept = withoutProse(operation) as Operation;
    (extract.paths[path] ??= {})[method.toLowerCase()] = kept;
    pending.push(kept);
  }
  while (pending.length > 0) {
    for (const reference of references(pending.pop())) {
      const [, , kind, name] = reference.split('/');
      const components = (extract.components[kind] ??= {});
      if (name in components) continue;
      components[name] = withoutProse(resolveReference(whole, reference));
      pending.push(components[name]);
    }
  }
  for (const kind of Object.keys(extract.components)) {
    extract.components[kind] = Object.fromEntries(
      Object.entries(extract.components[kind]).sort(([one], [other]) =>
        one < other ? -1 : 1,
      ),
    );
  }
  return extract;
}
