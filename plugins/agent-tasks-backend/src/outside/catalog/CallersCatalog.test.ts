import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Directory } from '../../engine/ports/Directory';
import { component } from '../testing/exampleCatalog';
import { CallersCatalog } from './CallersCatalog';

const ana = mockCredentials.user('user:default/ana');
const bo = mockCredentials.user('user:default/bo');

function directory(over: Partial<Directory>): Directory {
  return {
    entity: async () => undefined,
    templates: async () => [],
    groupsOf: async () => [],
    peopleBehind: async () => [],
    ...over,
  };
}

const down = async () => {
  throw new Error('down');
};

function catalog(ours: Partial<Directory> = {}) {
  const eyes = new Map([
    [ana, directory({ entity: async () => component('payments-api') })],
    [bo, directory({})],
  ]);
  return new CallersCatalog(
    directory(ours),
    credentials =>
      eyes.get(credentials as typeof ana) ?? directory({ entity: down }),
    mockServices.logger.mock(),
  );
}

it.each([
  ['who sees it', ana, true],
  ['who does not', bo, false],
  ['whom the catalog does not answer', mockCredentials.none(), false],
])('an entity may be read by one %s', async (_name, credentials, expected) => {
  const ref = 'component:default/payments-api';
  expect(await catalog().mayRead(ref, credentials)).toBe(expected);
});

it('knows groups with the plugin’s own eyes, and none while the catalog is down', async () => {
  const groupsOf = async () => ['group:default/payments'];
  expect(await catalog({ groupsOf }).groupsOf('user:default/ana')).toEqual([
    'group:default/payments',
  ]);
  expect(
    await catalog({ groupsOf: down }).groupsOf('user:default/ana'),
  ).toEqual([]);
});
