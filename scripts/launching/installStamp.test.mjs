import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isInstalled } from './installDependencies.mjs';
import { installStamp } from './installStamp.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
  write('yarn.lock', 'a@1');
  write('.yarnrc.yml', 'nodeLinker: node-modules');
  write('package.json', '{}');
  write('packages/app/package.json', '{}');
  write('plugins/agent-tasks/package.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
const stamp = (options = {}) => installStamp({ root, abi: '137', ...options });

test('the same content gives the same stamp, whenever it was written', () => {
  const before = stamp();
  write('yarn.lock', 'a@1');
  write('packages/app/src/App.tsx', 'not about dependencies');
  assert.equal(stamp(), before);
});

for (const path of [
  'yarn.lock',
  '.yarnrc.yml',
  'package.json',
  'plugins/agent-tasks/package.json',
  'plugins/new/package.json',
]) {
  test(`a change of ${path} asks for an installation`, () => {
    const before = stamp();
    write(path, '{ "changed": true }');
    assert.notEqual(stamp(), before);
  });
}

test('another kind of Node or machine asks for an installation', () => {
  const stamps = [
    stamp(),
    stamp({ abi: '127' }),
    stamp({ arch: 'riscv64' }),
    stamp({ platform: 'plan9' }),
  ];
  assert.equal(new Set(stamps).size, stamps.length);
});

test('nothing is installed where no stamp is, or an older one', () => {
  const file = join(root, 'stamp');
  assert.equal(isInstalled(file, stamp()), false);
  writeFileSync(file, stamp());
  assert.equal(isInstalled(file, stamp()), true);
  assert.equal(isInstalled(file, stamp({ abi: '127' })), false);
});
