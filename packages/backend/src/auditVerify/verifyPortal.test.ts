import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { anchorFrom } from './anchorFrom';
import { verifyPortal } from './verifyPortal';

describe('the records of a portal', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'audit-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('are found by its configuration', async () => {
    const config = mockServices.rootConfig({
      data: {
        backend: {
          database: { client: 'better-sqlite3', connection: { directory } },
        },
        agentTasks: { instance: 'acme' },
      },
    });
    const knex = await DatabaseManager.fromConfig(config)
      .forPlugin('agent-tasks', {
        logger: mockServices.logger.mock(),
        lifecycle: mockServices.lifecycle.mock(),
      })
      .getClient();
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@agent-tasks/backstage-plugin-agent-tasks-backend',
        'migrations',
      ),
    });
    const id = 'an installation';
    await knex('installation').insert({ singleton: 1, id, created_at: 0 });
    await knex.destroy();
    const gone = anchorFrom(
      `2026-11-19T00:00:00Z,2026-11-20T00:00:00Z,${'0'.repeat(64)}`,
    );
    expect(await verifyPortal(config, [gone])).toEqual({
      records: 0,
      broken: [],
      anchors: 1,
      changed: [gone],
    });
  });
});

it.each(['', 'a,b,c', `2026-11-19T00:00:00Z,2026-11-20T00:00:00Z,zz`])(
  'an anchor %j is refused with what is expected',
  text => {
    expect(() => anchorFrom(text)).toThrow('<since>,<until>,<root>');
  },
);
