import {
  Verification,
  verifyRecords,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/access/verifyRecords';
import { DatabaseTaskArchive } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskArchive';
import { DatabaseTaskQueries } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskQueries';
import { DatabaseTaskStore } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/DatabaseTaskStore';
import { RecordAnchor } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/TaskArchive';
import { Config } from '@backstage/config';
import { withPortalStore } from '../portalStore/withPortalStore';

/**
 * Checks the records of the portal that a configuration describes. Reads its database as it is:
 * nothing is migrated or written.
 */
export function verifyPortal(
  config: Config,
  anchors: readonly RecordAnchor[],
): Promise<Verification> {
  return withPortalStore(config, async ({ knex, seals, tasksKeptMs }) => {
    const store = new DatabaseTaskStore(knex, seals, () => '');
    return verifyRecords(
      {
        store,
        queries: new DatabaseTaskQueries(knex),
        archive: new DatabaseTaskArchive(knex),
        seals,
      },
      anchors,
      (await store.now()) - tasksKeptMs,
    );
  });
}
