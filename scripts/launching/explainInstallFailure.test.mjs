import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { explainInstallFailure } from './explainInstallFailure.mjs';

let directory;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'explain-'));
  writeFileSync(join(directory, 'build.log'), 'gyp ERR! find Python\n');
});
afterEach(() => rmSync(directory, { recursive: true }));

const buildFailure = () =>
  `➤ YN0013: │ noise\n➤ YN0009: │ better-sqlite3@npm:12 couldn't be built successfully (exit code 1, logs can be found here: ${directory}/build.log)\n`;

test('a machine without a compiler is told what is missing', () => {
  const text = explainInstallFailure(buildFailure(), { PATH: directory });
  assert.match(text, /gyp ERR! find Python/);
  assert.match(text, /python3, make, c\+\+ missing/);
  assert.match(text, /apt-get install python3 make g\+\+/);
  assert.doesNotMatch(text, /noise/);
});

test('what is there is not called missing', () => {
  mkdirSync(join(directory, 'bin'));
  for (const name of ['python3', 'g++']) {
    writeFileSync(join(directory, 'bin', name), '');
  }
  const env = { PATH: join(directory, 'bin') };
  const text = explainInstallFailure(buildFailure(), env);
  assert.match(text, /compiled: make missing/);
});

test('a lock file that does not fit is named', () => {
  const text = explainInstallFailure('➤ YN0028: │ would be modified', {});
  assert.match(text, /yarn\.lock does not fit/);
});

test('any other failure points at the registry', () => {
  const text = explainInstallFailure('➤ YN0001: │ RequestError', {});
  assert.match(text, /RequestError/);
  assert.match(text, /npm registry/);
});
