import fc from 'fast-check';
import { openApiDocument } from './openapi/openApiDocument';
import { anything, arbitraryOf, JsonSchema } from './testing/arbitraryOf';
import {
  ana,
  Api,
  bo,
  chidi,
  emre,
  lodash,
  Sent,
  service,
  startApi,
  through,
} from './testing/startApi';

const SEED = 20261120;
const REQUESTS_PER_ROUTE = 60;

interface Operation {
  parameters?: { name: string; in: string; schema: JsonSchema }[];
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } };
}

const operations = Object.entries(
  openApiDocument().paths as unknown as Record<
    string,
    Record<string, Operation>
  >,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method as Sent['method'],
    path,
    operation,
  })),
);

/** What came back at least once, by route. */
const seen = new Set<string>();

// Many requests in one test: how long they take is the machine's affair.
jest.setTimeout(120_000);

let api: Api;
let ids: string[];
const freezeIds: string[] = [];
beforeAll(async () => {
  api = await startApi();
  const ended = await api.create();
  await api.happen(ended.id, 'denied');
  const asking = await api.create();
  await api.happen(asking.id, 'preflighted', 'claimed', 'created');
  const tasks = [
    await api.create(),
    await api.create({ entityRef: 'component:default/vault' }),
    await api.quarantined(),
    ended,
    asking,
  ];
  ids = tasks.map(({ id }) => id);
  for (const n of ids.keys()) {
    const { body } = await api.send({
      method: 'post',
      path: '/v1/freezes',
      body: {
        scope: { kind: 'organization', ref: 'elsewhere' },
        reason: `Reason ${n}`,
      },
      who: emre,
    });
    freezeIds.push(body.id);
  }
});
afterAll(() => api.close());

const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });

/** Which fields exclude each other no schema says, so half of the asks start from one that works. */
const STARTS: Readonly<Record<string, object>> = {
  '/v1/tasks': lodash,
  '/v1/previews': lodash,
};

function onTopOf(start: object | undefined) {
  return (spoilt: unknown) =>
    start && typeof spoilt === 'object'
      ? { ...start, ...spoilt, prompt: undefined, origin: undefined }
      : spoilt;
}

/** Mostly none: one that is wrong hides what the others would have found. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof(
    { weight: 14, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary },
  );
}

function requestsOf(path: string, operation: Operation) {
  const inQuery = (operation.parameters ?? []).filter(
    parameter => parameter.in === 'query',
  );
  const schema = operation.requestBody?.content['application/json'].schema;
  return fc.record({
    // Chosen when it is sent, because the tasks are not there yet.
    place: fc.oneof(
      { weight: 9, arbitrary: fc.nat({ max: 4 }) },
      { weight: 1, arbitrary: word },
    ),
    query: fc
      .subarray(inQuery, { maxLength: Math.min(3, inQuery.length) })
      .chain(chosen =>
        fc.record(
          Object.fromEntries(
            chosen.map(({ name, schema: of }) => [name, arbitraryOf(of)]),
          ),
        ),
      ),
    stray: seldom(fc.tuple(word, word)),
    body: schema
      ? fc.oneof(
          { weight: 9, arbitrary: arbitraryOf(schema) },
          {
            weight: 9,
            arbitrary: arbitraryOf(schema).map(onTopOf(STARTS[path])),
          },
          { weight: 1, arbitrary: anything },
        )
      : fc.constant(undefined),
    headers: fc.record(
      {
        'If-Match': fc.constantFrom('*', '*', '*', '"1"', '"x"', 'W/"2"'),
        'If-None-Match': fc.constantFrom('"1"', '*', 'nonsense'),
        'Idempotency-Key': fc.constantFrom('key', 'k'.repeat(255), ' '),
      },
      { requiredKeys: [] },
    ),
    who: fc.constantFrom(
      ...[ana, bo, emre].flatMap(who => [who, who, who]),
      ...[chidi, service, through('plugin:scaffolder'), null],
    ),
  });
}

function addressOf(
  path: string,
  place: number | string,
  query: Record<string, unknown>,
  stray: [string, string] | null,
): string {
  const known = path.startsWith('/v1/freezes') ? freezeIds : ids;
  const id = typeof place === 'number' ? known[place] : place;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      parameters.append(name, typeof one === 'string' ? one : `${one}`);
    }
  }
  // A wait that is asked for is a wait.
  parameters.delete('waitSeconds');
  if (stray) parameters.append(...stray);
  return `${path.replace('{id}', encodeURIComponent(id))}?${parameters}`;
}

it.each(operations)(
  '$method $path gives only documented answers, whatever is sent, and never a 500',
  async ({ method, path, operation }) => {
    await fc.assert(
      fc.asyncProperty(requestsOf(path, operation), async request => {
        const { place, query, stray, body, headers, who } = request;
        const { status } = await api.send({
          method,
          path: addressOf(path, place, query, stray),
          who,
          headers: {
            ...headers,
            ...(body === undefined
              ? {}
              : { 'Content-Type': 'application/json' }),
          },
          body: body === undefined ? undefined : JSON.stringify(body),
        });
        seen.add(`${method} ${path} ${status}`);
        expect(status).not.toBe(500);
      }),
      { seed: SEED, numRuns: REQUESTS_PER_ROUTE },
    );
  },
);

it('gets past the form: every route was served, or refused by more than its schema', () => {
  const shallow = operations.filter(
    ({ method, path }) =>
      ![200, 201, 409, 412, 422].some(status =>
        seen.has(`${method} ${path} ${status}`),
      ),
  );
  expect(shallow.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

it.each([
  ['a path that is not encoded', '/v1/tasks/%zz'],
  [
    'a cursor of another order',
    '/v1/tasks?cursor=eyJvcmRlciI6InVwZGF0ZWRBdCJ9',
  ],
  ['a character no database holds', '/v1/tasks?q=%00'],
])('%s is the fault of the request', async (_name, path) => {
  const { status, body } = await api.send({ method: 'get', path });
  expect(status).toBe(400);
  expect(body.error.code).toBe('INVALID_REQUEST');
});
