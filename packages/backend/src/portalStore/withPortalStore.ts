import { readAgentTasksConfig } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/config/readAgentTasksConfig';
import { HmacRecordSeal } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/outside/keys/HmacRecordSeal';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/** What a program of operators needs of the portal that a configuration describes. */
export interface PortalStore {
  knex: Awaited<ReturnType<DatabaseService['getClient']>>;
  seals: HmacRecordSeal;
  /** The first of the secrets that seal records. */
  secret: string;
  /** How long tasks are kept, in milliseconds. */
  tasksKeptMs: number;
}

/** Lends the portal's database as it is: nothing is migrated. */
export async function withPortalStore<T>(
  config: Config,
  work: (portal: PortalStore) => Promise<T>,
): Promise<T> {
  const { encryptionKeys, retention } = readAgentTasksConfig(config, {
    isProduction: false,
  });
  const knex = await DatabaseManager.fromConfig(config)
    .forPlugin('agent-tasks', {
      logger: silent,
      lifecycle: { addStartupHook() {}, addShutdownHook() {} },
    })
    .getClient();
  try {
    if (!(await knex.schema.hasTable('record_anchor'))) {
      throw new Error(
        'The database is not of this version: start the portal once.',
      );
    }
    const { id } = await knex('installation').first('id');
    const secrets = [...encryptionKeys, id];
    return await work({
      knex,
      seals: new HmacRecordSeal(secrets),
      secret: secrets[0],
      tasksKeptMs: retention.tasks,
    });
  } finally {
    await knex.destroy();
  }
}
