import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '../..');
const backend = join(root, 'plugins/agent-tasks-backend');

/** The rules that ESLint would name if this were the content of that file. */
async function brokenRules(file, content) {
  const eslint = new ESLint({ cwd: backend });
  const [{ messages }] = await eslint.lintText(content, {
    filePath: join(backend, file),
  });
  return messages.map(({ ruleId }) => ruleId);
}

for (const impure of [
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  "fetch('/')",
  'setTimeout(() => {}, 1)',
  'setInterval(() => {}, 1)',
  'process.env',
  'globalThis.fetch',
  "require('node:fs')",
]) {
  test(`domain/ may not say ${impure}`, async () => {
    const content = `export const value = ${impure};\n`;
    const broken = await brokenRules('src/domain/planted.ts', content);
    assert.match(broken.join(), /no-restricted-/);
    // Elsewhere, and in the domain's tests, it is allowed.
    if (impure.startsWith('require')) return;
    assert.deepEqual(await brokenRules('src/engine/planted.ts', content), []);
    assert.deepEqual(
      await brokenRules('src/domain/planted.test.ts', content),
      [],
    );
  });
}

test('domain/ may turn a time it was given into a date', async () => {
  const content = `export const date = (time: number) => new Date(time);\n`;
  assert.deepEqual(await brokenRules('src/domain/planted.ts', content), []);
});

test('a file of 401 lines is refused, not counting comments', async () => {
  const lines = count =>
    Array.from({ length: count }, (_, n) => `export const line${n} = ${n};`);
  const file = 'src/engine/planted.ts';
  const longest = ['// Said once.', '', ...lines(400), ''].join('\n');
  assert.deepEqual(await brokenRules(file, longest), []);
  assert.deepEqual(await brokenRules(file, lines(401).join('\n')), [
    'max-lines',
  ]);
});
