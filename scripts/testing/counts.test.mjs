import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countExamples,
  countJest,
  countNodeTest,
  countPlaywright,
} from './counts.mjs';

const jest = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test('a skipped test, a todo and a file that does not load count as failed', () => {
  assert.deepEqual(countJest(jest), { passed: 7, failed: 0 });
  for (const figure of Object.keys(jest).slice(1)) {
    assert.equal(countJest({ ...jest, [figure]: 2 }).failed, 2, figure);
  }
});

test('a flaky journey counts as failed, and so does a broken configuration', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  assert.deepEqual(countPlaywright({ stats, errors: [] }), {
    passed: 3,
    failed: 0,
  });
  for (const figure of ['unexpected', 'flaky', 'skipped']) {
    const report = { stats: { ...stats, [figure]: 1 }, errors: [] };
    assert.equal(countPlaywright(report).failed, 1, figure);
  }
  assert.equal(countPlaywright({ stats, errors: [{}] }).failed, 1);
});

test('figures are read from the end of a TAP report', () => {
  const report = [
    '# pass 99',
    'ok 1 - prints what looks like a figure',
    '1..5',
    '# tests 5',
    '# suites 0',
    '# pass 3',
    '# fail 1',
    '# cancelled 0',
    '# skipped 1',
    '# todo 0',
    '',
  ].join('\n');
  assert.deepEqual(countNodeTest(report), { passed: 3, failed: 2 });
});

test('a report without figures has no passed test', () => {
  assert.deepEqual(countNodeTest('Segmentation fault'), {
    passed: 0,
    failed: 0,
  });
});

test('examples are counted by their last line', () => {
  const output = 'docs/api.md:3: as shown\n2 passed, 1 failed\n';
  assert.deepEqual(countExamples(output), { passed: 2, failed: 1 });
  assert.deepEqual(countExamples('broken'), { passed: 0, failed: 0 });
});
