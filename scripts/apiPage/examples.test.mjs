import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examplesIn } from './examplesIn.mjs';
import { mismatches } from './mismatches.mjs';
import { runInOneShell } from './runInOneShell.mjs';

test('an example is a command with the answer right behind it, if one is shown', () => {
  const page =
    '# Page\n\n```sh\nA=1\n```\n\n```sh\necho $A\n```\n\n```json\n{ "a": 1 }\n```\n';
  assert.deepEqual(examplesIn(page), [
    { line: 3, command: 'A=1\n', answer: undefined },
    { line: 7, command: 'echo $A\n', answer: { a: 1 } },
  ]);
});

test('what one command sets is there for the next', async () => {
  const { outputs, code } = await runInOneShell(['A=1\n', 'echo $A\n']);
  assert.deepEqual({ outputs, code }, { outputs: ['', '1\n'], code: 0 });
});

test('a command that fails is the last', async () => {
  const { outputs, code } = await runInOneShell(['false\n', 'echo never\n']);
  assert.deepEqual({ outputs, code }, { outputs: [], code: 1 });
});

test('an answer may have more members than are shown, and anything for "…"', () => {
  assert.deepEqual(mismatches({ a: '…', b: 1 }, { a: 7, b: 1, c: 2 }), []);
  assert.deepEqual(mismatches({ list: [1, '…'] }, { list: [1, 2, 3] }), []);
});

test('an answer that differs is named by its path', () => {
  assert.deepEqual(mismatches({ a: { b: 1 } }, { a: { b: 2 } }), ['.a.b is 2']);
  assert.deepEqual(mismatches({ a: '…' }, {}), ['.a is missing']);
  assert.deepEqual(mismatches({ a: [1] }, { a: [1, 2] }), [
    '.a has more than is shown',
  ]);
});
