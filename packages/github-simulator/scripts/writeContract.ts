/* Writes src/contract/github.openapi.json anew: yarn workspace @agent-tasks/github-simulator contract */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractContract } from '../src/contract/extractContract';
import { operations } from '../src/contract/operations';
import {
  contractSource,
  readWholeContract,
} from '../src/contract/readWholeContract';

const path = join(__dirname, '../src/contract/github.openapi.json');
const extract = extractContract(
  readWholeContract(),
  operations,
  contractSource,
);
writeFileSync(path, `${JSON.stringify(extract, null, 1)}\n`);
process.stdout.write(`${path}: ${Object.keys(extract.paths).length} paths\n`);
