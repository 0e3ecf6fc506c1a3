import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { erasePortalPerson } from './erasePortalPerson';

const by = 'user:default/emre';

describe('erasing a person from a portal', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'erase-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const configOf = () =>
    mockServices.rootConfig({
      data: {
        backend: {
          database: { client: 'better-sqlite3', connection: { directory } },
        },
        agentTasks: { instance: 'acme' },
      },
    });
  const opened = () =>
    DatabaseManager.fromConfig(configOf())
      .forPlugin('agent-tasks', {
        logger: mockServices.logger.mock(),
        lifecycle: mockServices.lifecycle.mock(),
      })
      .getClient();

  it('finds it by its configuration, and the person however they are written', async () => {
    const knex = await opened();
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@agent-tasks/backstage-plugin-agent-tasks-backend',
        'migrations',
      ),
    });
    await knex('installation').insert({
      singleton: 1,
      id: 'an installation',
      created_at: 0,
    });
    await knex('freeze').insert({
      id: 'f',
      scope_kind: 'all',
      reason: 'an incident',
      by: 'user:default/ana',
      since: 0,
      refuse: false,
    });
    await knex.destroy();
    const erased = await erasePortalPerson(configOf(), {
      person: 'User:default/Ana',
      by,
    });
    expect(erased).toMatchObject({ held: [], tasks: 0, others: 1 });
    const after = await opened();
    expect(await after('freeze').pluck('by')).toEqual([erased.pseudonym]);
    await after.destroy();
  });

  it.each([
    ['ana', by, '"ana" is no user'],
    ['group:default/payments', by, 'is no user'],
    ['user:default/ana', 'somebody', '"somebody" is no user'],
    [by, by, 'somebody else has to'],
  ])(
    'refuses %s by %s before it opens anything',
    async (person, orderer, why) => {
      await expect(
        erasePortalPerson(configOf(), { person, by: orderer }),
      ).rejects.toThrow(why);
    },
  );
});
