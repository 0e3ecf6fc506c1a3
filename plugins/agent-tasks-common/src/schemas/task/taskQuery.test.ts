import fc from 'fast-check';
import { serialiseTaskQuery } from '../../client/query';
import {
  ATTENTIONS,
  OUTCOMES,
  TASK_PHASES,
  TASK_STATES,
  TASK_STATUSES,
  VIA_KINDS,
} from '../../vocabulary';
import {
  parseTaskQuery,
  TASK_ORDERS,
  TaskQuery,
  taskQuerySchema,
} from './taskQuery';

const oneOf = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 });
const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const refs = fc.array(
  name.map(each => `component:default/${each}`),
  { minLength: 1, maxLength: 3 },
);
const time = fc
  .date({
    min: new Date('2000-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());
const text = fc.string({ minLength: 1, maxLength: 50, unit: 'binary' });

const byFilter = {
  entityRef: refs,
  ownerRef: refs,
  routedTo: refs,
  requesterRef: fc.oneof(refs, fc.constant(['service:external:ci'])),
  assignee: refs,
  repository: fc.array(
    fc.tuple(name, name).map(parts => parts.join('/')),
    { minLength: 1, maxLength: 3 },
  ),
  template: refs,
  status: oneOf(TASK_STATUSES),
  state: oneOf(TASK_STATES),
  phase: oneOf(TASK_PHASES),
  outcome: oneOf(OUTCOMES),
  attention: oneOf(ATTENTIONS),
  via: oneOf(VIA_KINDS),
  policy: fc.array(text, { minLength: 1, maxLength: 3 }),
  identity: fc.array(text, { minLength: 1, maxLength: 3 }),
  snoozed: fc.boolean(),
  q: text,
  createdAfter: time,
  createdBefore: time,
  updatedAfter: time,
  order: fc.constantFrom(...TASK_ORDERS),
  direction: fc.constantFrom('asc', 'desc'),
  limit: fc.integer({ min: 1, max: 100 }),
  cursor: text,
};

const query = fc.record(byFilter, {
  requiredKeys: [],
}) as fc.Arbitrary<TaskQuery>;

const read = (search: string) => parseTaskQuery(new URLSearchParams(search));

describe('the query of a list of tasks', () => {
  it('survives the way through an address, whatever it holds', () => {
    fc.assert(
      fc.property(query, original => {
        const search = serialiseTaskQuery(original).toString();
        expect(read(search)).toEqual(original);
      }),
    );
  });

  it('is tried above with every filter there is', () => {
    expect(Object.keys(byFilter).sort()).toEqual(
      Object.keys(taskQuerySchema.shape).sort(),
    );
  });

  it('reads a repeated filter as any of its values, also one alone', () => {
    expect(read('state=failed&state=timed_out&via=api')).toEqual({
      state: ['failed', 'timed_out'],
      via: ['api'],
    });
    expect(read('')).toEqual({});
  });

  it.each([
    ['a misspelt filter, which would widen the list', 'stat=failed'],
    ['a word that is not in the set', 'state=done'],
    ['a filter without a value', 'state='],
    ['a page that is too large', 'limit=101'],
    ['a page of nothing', 'limit=0'],
    ['a page size that is no number', 'limit=1e1'],
    ['two page sizes', 'limit=1&limit=2'],
    ['two searches', 'q=a&q=b'],
    ['a maybe', 'snoozed=1'],
    ['a reference in upper case', 'entityRef=Component:default/a'],
    ['a time without a zone', 'createdAfter=2026-11-20'],
    ['a name from the prototype', '__proto__=x'],
  ])('refuses %s', (_, search) => {
    expect(() => read(search)).toThrow();
  });
});
