import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { environmentFor } from './environmentFor.mjs';

let prefix;
let node;
beforeEach(() => {
  prefix = mkdtempSync(join(tmpdir(), 'headers-'));
  node = { path: join(prefix, 'bin/node'), version: 'v24.21.0', abi: '137' };
});
afterEach(() => rmSync(prefix, { recursive: true }));

function plantHeaders([major, minor, patch]) {
  const directory = join(prefix, 'include/node');
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, 'node_version.h'),
    `#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION ${minor}\n#define NODE_PATCH_VERSION ${patch}\n`,
  );
}

test('this Node comes first on PATH', () => {
  const { PATH } = environmentFor(node, { PATH: '/usr/bin' });
  assert.equal(PATH, `${prefix}/bin:/usr/bin`);
});

test('native modules are compiled with the headers beside the Node', () => {
  plantHeaders([24, 21, 0]);
  const env = environmentFor(node, { npm_config_nodedir: '/usr' });
  assert.equal(env.npm_config_nodedir, prefix);
});

test('headers of another version are not used', () => {
  plantHeaders([20, 11, 0]);
  assert.ok(!('npm_config_nodedir' in environmentFor(node, {})));
});

test('a nodedir that was set for another Node is dropped', () => {
  const env = environmentFor(node, { npm_config_nodedir: '/usr', HOME: '/h' });
  assert.ok(!('npm_config_nodedir' in env));
  assert.equal(env.HOME, '/h');
});

test('a nodedir that was set for the running Node is kept', () => {
  const running = { ...node, path: process.execPath, version: 'v0.0.0' };
  const env = environmentFor(running, { npm_config_nodedir: '/mine' });
  assert.equal(env.npm_config_nodedir, '/mine');
});
