import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { describeNode } from './describeNode.mjs';
import { findNode } from './findNode.mjs';

const old = { path: '/old/node', version: 'v20.11.0', abi: '115' };

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'find-node-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A program that answers like a Node of this version. */
function plant(path, version) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "${file} ${version} 137"\n`, {
    mode: 0o755,
  });
  return file;
}

const find = (options = {}) =>
  findNode({
    running: old,
    searchPath: [join(root, 'a'), '', join(root, 'b')].join(':'),
    describe: describeNode,
    ...options,
  });

test('the running Node is used when it fits', async () => {
  plant('a/node', 'v24.1.0');
  for (const version of ['v22.12.0', 'v24.0.0']) {
    const running = { ...old, version };
    assert.equal(await find({ running }), running);
  }
});

test('a Node of another major does not fit, be it newer', async () => {
  for (const version of ['v18.20.0', 'v23.1.0', 'v26.0.0']) {
    const running = { ...old, version };
    assert.equal(await find({ running }), undefined);
  }
});

test('the first that fits on PATH is used, whatever it is called', async () => {
  plant('a/node', 'v18.0.0');
  const path = plant('b/node22', 'v22.3.0');
  assert.deepEqual(await find(), { path, version: 'v22.3.0', abi: '137' });
});

test('a broken program on PATH is passed over', async () => {
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a/node'), 'not a program');
  const path = plant('b/node', 'v24.3.0');
  assert.equal((await find()).path, path);
});

test('what was fetched before is used again, unless it is gone', async () => {
  const fetched = plant('cache/node', 'v24.9.0');
  assert.equal((await find({ fetched })).path, fetched);
  rmSync(fetched);
  assert.equal(await find({ fetched }), undefined);
});

test('a machine without one that fits has none', async () => {
  plant('a/node', 'v20.0.0');
  assert.equal(await find(), undefined);
});
