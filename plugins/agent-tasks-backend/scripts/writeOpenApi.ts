/* Writes openapi.json anew: yarn workspace @agent-tasks/backstage-plugin-agent-tasks-backend openapi */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../src/http/openapi/openApiDocument';

const path = join(__dirname, '../openapi.json');
writeFileSync(path, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
