import { errorsDocument } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';

describe('docs/errors.md', () => {
  it('is the table of errors as it stands; after a change: yarn workspace … errors', () => {
    const path = resolvePackagePath(
      '@agent-tasks/backstage-plugin-agent-tasks-backend',
      '../../docs/errors.md',
    );
    expect(readFileSync(path, 'utf8')).toBe(errorsDocument());
  });
});
