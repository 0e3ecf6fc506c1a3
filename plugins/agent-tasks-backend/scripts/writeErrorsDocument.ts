/* Writes docs/errors.md anew: yarn workspace @agent-tasks/backstage-plugin-agent-tasks-backend errors */
import { errorsDocument } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

writeFileSync(join(__dirname, '../../../docs/errors.md'), errorsDocument());
