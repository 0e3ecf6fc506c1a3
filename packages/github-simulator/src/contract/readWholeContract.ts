import { readFileSync } from 'node:fs';
import { OpenApi } from './OpenApi';

/** Where the extract comes from; MIT licence, Copyright (c) GitHub. */
export const contractSource =
  'npm @octokit/openapi 23.0.2, generated/api.github.com.json (MIT)';

/** GitHub's whole description: 13 MB, so only the extraction and its drift test read it. */
export function readWholeContract(): OpenApi {
  const path = require.resolve(
    '@octokit/openapi/generated/api.github.com.json',
  );
  return JSON.parse(readFileSync(path, 'utf8'));
}
