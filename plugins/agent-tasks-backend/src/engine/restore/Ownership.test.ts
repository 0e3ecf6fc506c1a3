import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { DatabaseTaskQueries } from '../../store/DatabaseTaskQueries';
import { DatabaseTaskStore } from '../../store/DatabaseTaskStore';
import { exampleSeal } from '../../store/testing/exampleSeal';
import {
  migratedDatabase,
  storeDatabases,
} from '../../store/testing/storeDatabases';
import { ownedCredentials } from './ownedCredentials';
import { Ownership } from './Ownership';

jest.setTimeout(60_000);

const databases = storeDatabases();

describe.each(databases.eachSupportedId())('a database on %s', id => {
  let knex: Knex;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id);
    logger.error.mockClear();
  });

  let made = 0;
  const newId = () => {
    made += 1;
    return `id-${made}`;
  };
  const portal = (instance: string | null) =>
    new Ownership({
      store: new DatabaseTaskStore(knex, exampleSeal, newId),
      queries: new DatabaseTaskQueries(knex),
      logger,
      instance,
    });
  const freezes = () => knex('freeze').select('id', 'by', 'refuse');

  it('is its first portal’s, by whichever replica', async () => {
    expect(await portal('acme').isOurs()).toBe(true);
    expect(await portal('acme').isOurs()).toBe(true);
    expect(await freezes()).toEqual([]);
  });

  it('without a name is everybody’s who has none, until one comes', async () => {
    expect(await portal(null).isOurs()).toBe(true);
    expect(await portal('acme').isOurs()).toBe(true);
    expect(await portal(null).isOurs()).toBe(false);
  });

  it('of another name is frozen once, and gives out no credential', async () => {
    await portal('acme').isOurs();
    const staging = portal('staging');
    let asked = 0;
    const credentials = ownedCredentials(
      {
        credential: async ({ identityId, host }) => {
          asked += 1;
          const credential = { identityId, host, token: 'token' };
          return { kind: 'ready', credential };
        },
        refused: async () => {},
      },
      staging,
    );
    const ask = { identityId: 'portal', host: 'github.com' };
    for (const _ of 'twice') {
      expect(await staging.isOurs()).toBe(false);
      expect(await credentials.credential(ask)).toEqual({ kind: 'missing' });
    }
    expect(await portal('staging').isOurs()).toBe(false);
    expect(await freezes()).toHaveLength(1);
    expect(asked).toBe(0);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('belongs to another portal'),
      expect.objectContaining({ owner: 'acme', instance: 'staging' }),
    );
  });

  it('is taken over by whoever thaws it', async () => {
    await portal('acme').isOurs();
    const staging = portal('staging');
    await staging.isOurs();
    const [freeze] = await freezes();
    const store = new DatabaseTaskStore(knex, exampleSeal, newId);
    await store.thaw(freeze.id, 'user:default/fay');
    expect(await staging.isOurs()).toBe(true);
    expect(await portal('staging').isOurs()).toBe(true);
    expect(await portal('acme').isOurs()).toBe(false);
  });
});
