import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { component, group, user } from '../testing/exampleCatalog';
import { CatalogDirectory } from './CatalogDirectory';
import { TimedCache } from './TimedCache';

const entities = [
  group('acme', { children: ['payments', 'ring'] }),
  group('payments', {
    members: ['ana', 'gone'],
    children: ['cards'],
    parent: 'acme',
  }),
  group('cards', { members: ['bo'], parent: 'payments' }),
  group('left', { members: ['gone'] }),
  group('empty'),
  group('ring', { children: ['acme'], parent: 'acme' }),
  user('ana', ['payments']),
  user('bo', ['cards', 'ring']),
  component('payments-api'),
];
const credentials = async () => mockCredentials.service();

function directory(over: { entities?: Entity[] } = {}) {
  const catalog = catalogServiceMock({ entities: over.entities ?? entities });
  return new CatalogDirectory({ catalog, credentials });
}

describe('the groups of a person', () => {
  it('are their own first, then those above, each once', async () => {
    expect(await directory().groupsOf('user:default/bo')).toEqual([
      'group:default/cards',
      'group:default/ring',
      'group:default/payments',
      'group:default/acme',
    ]);
  });

  it('are none for somebody unknown', async () => {
    expect(await directory().groupsOf('user:default/nobody')).toEqual([]);
  });
});

describe('the people behind a reference', () => {
  it.each([
    ['user:default/ana', ['user:default/ana']],
    ['user:default/nobody', []],
    ['group:default/payments', ['user:default/ana', 'user:default/bo']],
    ['group:default/left', []],
    ['group:default/empty', []],
    ['group:default/nowhere', []],
    ['group:default/ring', ['user:default/ana', 'user:default/bo']],
    ['component:default/payments-api', []],
  ])('%s are %j', async (ref, people) => {
    expect(await directory().peopleBehind(ref, 10)).toEqual(people);
  });

  it('are no more than asked for', async () => {
    const found = await directory().peopleBehind('group:default/acme', 1);
    expect(found).toHaveLength(1);
  });
});

describe('what is remembered', () => {
  function remembering(start: Entity[]) {
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          start.find(({ metadata }) => ref.endsWith(`/${metadata.name}`)),
        ),
      }),
    });
    const clock = { now: 0 };
    const cache = new TimedCache<Entity>(60_000, () => clock.now);
    const subject = new CatalogDirectory({ catalog, credentials, cache });
    return { subject, catalog, clock };
  }

  it('is asked again after its time', async () => {
    const { subject, catalog, clock } = remembering([user('ana')]);
    await subject.entity('user:default/ana');
    clock.now = 59_999;
    await subject.entity('user:default/ana');
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    clock.now = 60_000;
    await subject.entity('user:default/ana');
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
  });

  it('is never that something is missing', async () => {
    const known: Entity[] = [];
    const { subject } = remembering(known);
    expect(await subject.entity('user:default/ana')).toBeUndefined();
    known.push(user('ana'));
    expect(await subject.entity('user:default/ana')).toBeDefined();
  });

  it('is asked for in one request, and only what is missing', async () => {
    const { subject, catalog } = remembering([user('ana'), group('payments')]);
    await subject.entity('user:default/ana');
    await subject.peopleBehind('group:default/payments', 5);
    expect(
      catalog.getEntitiesByRefs.mock.calls.map(
        ([{ entityRefs }]) => entityRefs,
      ),
    ).toEqual([['user:default/ana'], ['group:default/payments']]);
  });
});

it('lists the templates', async () => {
  const template: Entity = {
    apiVersion: 'agent-tasks.backstage.io/v1alpha1',
    kind: 'AgentTaskTemplate',
    metadata: { name: 'dependency-bump' },
  };
  const found = await directory({
    entities: [...entities, template],
  }).templates();
  expect(found.map(({ metadata }) => metadata.name)).toEqual([
    'dependency-bump',
  ]);
});
