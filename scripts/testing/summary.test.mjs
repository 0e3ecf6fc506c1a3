import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCode, summaryLine } from './summary.mjs';

test('the summary is one line of two figures', () => {
  assert.equal(
    summaryLine({ passed: 1204, failed: 0 }),
    '1204 passed, 0 failed',
  );
});

test('a run fails when anything failed, and when nothing was tried', () => {
  assert.equal(exitCode({ passed: 3, failed: 0 }), 0);
  assert.equal(exitCode({ passed: 3, failed: 1 }), 1);
  assert.equal(exitCode({ passed: 0, failed: 0 }), 1);
});
