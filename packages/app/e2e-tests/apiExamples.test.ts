import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test, expect } from '@playwright/test';

/** The shell blocks of docs/api.md, as one script: what is documented is what runs. */
function documentedCalls(): string {
  const text = readFileSync('docs/api.md', 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)];
  return blocks.map(([, block]) => block).join('\n');
}

test('every call of docs/api.md works as it is written', ({ baseURL }) => {
  const said = execFileSync(
    'bash',
    ['-euo', 'pipefail', '-c', documentedCalls()],
    {
      encoding: 'utf8',
      env: { ...process.env, PORTAL: baseURL },
      timeout: 60_000,
    },
  );
  expect(said).toContain('agenttasktemplate:default/dependency-bump');
  expect(said).toMatch(/idempotent-replayed: true/i);
  expect(said).toContain('approval: ');
  expect(said).toMatch(/^TEMPLATE_NOT_FOUND$/m);
});
