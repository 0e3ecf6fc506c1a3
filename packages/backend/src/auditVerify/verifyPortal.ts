import {
  Verification,
  verifyRecords,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/access/verifyRecords';
import { readAgentTasksConfig } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/config/readAgentTasksConfig';
import { HmacRecordSeal } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/outside/keys/HmacRecordSeal';
import { DatabaseTaskArchive } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskArchive';
import { DatabaseTaskQueries } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskQueries';
import { DatabaseTaskStore } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskStore';
import { RecordAnchor } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/TaskArchive';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/**
 * Checks the records of the portal that a configuration describes. Reads its database as it is:
 * nothing is migrated or written.
 */
export async function verifyPortal(
  config: Config,
  anchors: readonly RecordAnchor[],
): Promise<Verification> {
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
    const seals = new HmacRecordSeal([...encryptionKeys, id]);
    const store = new DatabaseTaskStore(knex, seals, () => '');
    return await verifyRecords(
      {
        store,
        queries: new DatabaseTaskQueries(knex),
        archive: new DatabaseTaskArchive(knex),
        seals,
      },
      anchors,
      (await store.now()) - retention.tasks,
    );
  } finally {
    await knex.destroy();
  }
}
