import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { sourceHash } from './sourceHash.mjs';
import { workspacesOf } from './workspacesOf.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'));
  manifest('packages/app', 'app', ['react', '@our/frontend']);
  manifest('packages/backend', 'backend', ['@our/common']);
  manifest('plugins/frontend', '@our/frontend', ['@our/common']);
  manifest('plugins/common', '@our/common', []);
  write('packages/app/src/App.tsx', 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
function manifest(directory, name, names) {
  const dependencies = Object.fromEntries(names.map(key => [key, '^1']));
  write(`${directory}/package.json`, JSON.stringify({ name, dependencies }));
}
const hash = () => sourceHash(root, ['packages/app']);

test('a bundle is made from the app and every workspace below it', () => {
  assert.deepEqual(workspacesOf(root, 'packages/app').sort(), [
    'packages/app',
    'plugins/common',
    'plugins/frontend',
  ]);
});

test('a changed, a new and a renamed file each ask for another bundle', () => {
  const hashes = [hash()];
  write('packages/app/src/App.tsx', 'two');
  hashes.push(hash());
  write('packages/app/src/New.tsx', '');
  hashes.push(hash());
  rmSync(join(root, 'packages/app/src/New.tsx'));
  write('packages/app/src/Renamed.tsx', '');
  hashes.push(hash());
  assert.equal(new Set(hashes).size, hashes.length);
});

test('what a build leaves behind does not', () => {
  const before = hash();
  write('packages/app/dist/index.html', '');
  write('packages/app/node_modules/react/index.js', '');
  assert.equal(hash(), before);
});
