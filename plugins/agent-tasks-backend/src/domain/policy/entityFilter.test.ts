import { unmetPaths } from './entityFilter';

const entity = {
  kind: 'Component',
  metadata: {
    name: 'payments-api',
    tags: ['java', 'Core'],
    annotations: { 'github.com/project-slug': 'acme/payments-api' },
  },
  spec: { type: 'service', lifecycle: 'production' },
};

describe('unmetPaths', () => {
  it.each([
    [{ kind: 'component' }, []],
    [{ kind: 'API', 'spec.type': ['website', 'Service'] }, ['kind']],
    [{ 'metadata.tags': 'java' }, []],
    [
      { 'metadata.annotations.github.com/project-slug': 'acme/payments-api' },
      [],
    ],
    [
      { 'spec.owner': 'x', 'spec.type.deeper': 'x' },
      ['spec.owner', 'spec.type.deeper'],
    ],
    [{ constructor: 'x', '__proto__.x': 'y' }, ['constructor', '__proto__.x']],
  ])('%p', (filter, unmet) => {
    expect(unmetPaths(filter as Record<string, string>, entity)).toEqual(unmet);
  });
});
