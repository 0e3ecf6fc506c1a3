import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { taskIn } from '../../domain/testing/exampleTask';
import { PeopleAsk } from '../../engine/ports/PeopleFinder';
import { component, group, user } from '../testing/exampleCatalog';
import { CatalogDirectory } from './CatalogDirectory';
import { CatalogPeople, CatalogPeopleOptions } from './CatalogPeople';

const payments = 'group:default/payments';
const platform = 'group:default/platform';
const ana = 'user:default/ana';

const crowd = Array.from({ length: 4 }, (_value, index) => `c${index}`);
const entities = [
  group('payments', { members: ['ana'] }),
  group('platform', { members: ['bo'] }),
  group('empty'),
  group('crowd', { members: crowd }),
  ...crowd.map(name => user(name, ['crowd'])),
  user('ana', ['payments']),
  user('bo', ['platform']),
];

function people(
  over: Partial<CatalogPeopleOptions> = {},
  known: Entity[] = entities,
) {
  const logger = mockServices.logger.mock();
  const subject = new CatalogPeople({
    directory: new CatalogDirectory({
      catalog: catalogServiceMock({ entities: known }),
      credentials: async () => mockCredentials.service(),
    }),
    providers: new Map([
      [
        'github-copilot',
        {
          repositoryOf: entity => {
            const slug =
              entity.metadata.annotations?.['github.com/project-slug'];
            return slug ? { host: 'github.com', slug } : undefined;
          },
          loginOf: (person, host) =>
            person.metadata.annotations?.[`${host}/user-login`],
        },
      ],
    ]),
    logger,
    operators: [platform],
    fallback: [platform],
    largestGroup: 3,
    identityOwners: new Map([['portal', null]]),
    approvers: new Map(),
    ...over,
  });
  return { subject, logger };
}

const ask = (over: Partial<PeopleAsk> = {}): PeopleAsk => ({
  entity: component('payments-api', { owners: [payments] }),
  requester: { ref: ana, type: 'user' },
  approvers: 'owner',
  reviewers: 'owner',
  identityId: 'portal',
  ...over,
});

const ownedBy = (...owners: string[]) =>
  ask({ entity: component('payments-api', { owners }) });

describe('the owners', () => {
  it.each<[string, PeopleAsk, string[], boolean]>([
    ['are those of the entity', ownedBy(payments), [payments], false],
    ['may be a person', ownedBy(ana), [ana], false],
    ['are the fallback where there are none', ownedBy(), [platform], true],
    [
      'are the fallback for a group without people',
      ownedBy('group:default/empty'),
      [platform],
      true,
    ],
    [
      'are the fallback for a group that is gone',
      ownedBy('group:default/gone'),
      [platform],
      true,
    ],
    [
      'are the fallback for a crowd',
      ownedBy('group:default/crowd'),
      [platform],
      true,
    ],
    [
      'are those who are left of several',
      ownedBy('group:default/crowd', payments),
      [payments],
      false,
    ],
    [
      'are the requester without an entity',
      ask({ entity: null }),
      [ana],
      false,
    ],
    [
      'are the fallback without an entity for a service',
      ask({ entity: null, requester: { ref: 'service:ci', type: 'service' } }),
      [platform],
      true,
    ],
  ])('%s', async (_name, asked, owners, isOwnerSubstituted) => {
    const found = await people().subject.find(asked);
    expect(found).toMatchObject({
      owners,
      approvers: owners,
      isOwnerSubstituted,
    });
  });
});

it('leaves out approvers and reviewers who stand for nobody', async () => {
  const found = await people().subject.find(
    ask({
      approvers: [platform, 'group:default/gone'],
      reviewers: ['group:default/empty', payments],
    }),
  );
  expect(found.approvers).toEqual([platform]);
  expect(found.reviewers).toEqual([payments]);
});

it('has the operators own an identity that names nobody', async () => {
  expect((await people().subject.find(ask())).identityOwners).toEqual([
    platform,
  ]);
  const named = people({ identityOwners: new Map([['portal', payments]]) });
  expect((await named.subject.find(ask())).identityOwners).toEqual([payments]);
});

describe('the fallback', () => {
  it('is the operators where it does not exist', async () => {
    const { subject } = people({ fallback: ['group:default/gone'] });
    expect((await subject.find(ownedBy())).owners).toEqual([platform]);
  });

  it('that reaches nobody at all is an error somebody has to read', async () => {
    const { subject, logger } = people({
      fallback: ['group:default/gone'],
      operators: ['group:default/empty'],
    });
    await subject.find(ownedBy());
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('may reach nobody'),
    );
  });
});

describe('a stored task', () => {
  const bound = [
    ...entities,
    component('payments-api', { owners: [payments] }),
  ];

  it('gets the people of today', async () => {
    const task = taskIn('queued');
    const found = await people(
      { approvers: new Map([['services', [platform]]]) },
      bound,
    ).subject.of(task);
    expect(found).toMatchObject({ owners: [payments], approvers: [platform] });
  });

  it('keeps those it has while the catalog cannot be asked', async () => {
    const task = taskIn('queued');
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('down');
      },
    });
    const { subject, logger } = people({
      directory: new CatalogDirectory({
        catalog,
        credentials: async () => mockCredentials.service(),
      }),
    });
    expect(await subject.of(task)).toEqual(task.people);
    expect(logger.warn).toHaveBeenCalled();
  });

  it.each([
    ['its repository', 'acme/payments-api', true],
    ['another repository', 'acme/elsewhere', false],
    ['no repository', null, false],
  ])('binds to its entity by %s', async (_name, slug, expected) => {
    const known = [...entities, component('payments-api', { slug })];
    const task = taskIn('queued', { isEntityBound: false });
    expect(await people({}, known).subject.isEntityBound(task)).toBe(expected);
  });

  it('does not bind to an entity that is not there', async () => {
    const task = taskIn('queued', { isEntityBound: false });
    expect(await people().subject.isEntityBound(task)).toBe(false);
  });

  it.each([
    [ana, 'user', true],
    ['user:default/gone', 'user', false],
    ['service:ci', 'service', true],
  ] as const)('knows whether %s still exists', async (ref, type, expected) => {
    const task = taskIn('queued', { requester: { ref, type } });
    expect(await people().subject.isRequesterKnown(task)).toBe(expected);
  });
});

it.each([
  ['user:default/ana', 'github.com', 'ana-acme'],
  ['user:default/ana', 'elsewhere.example', null],
  ['user:default/bo', 'github.com', null],
  ['user:default/nobody', 'github.com', null],
  ['service:ci', 'github.com', null],
])('knows %s at %s as %s', async (ref, host, login) => {
  const known = user('ana');
  known.metadata.annotations = { 'github.com/user-login': 'ana-acme' };
  const { subject } = people({}, [known, user('bo')]);
  expect(await subject.loginOf(ref, host)).toBe(login);
});
