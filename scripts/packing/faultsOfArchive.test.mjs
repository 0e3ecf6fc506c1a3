import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from './faultsOfArchive.mjs';

const manifest = {
  main: './dist/index.cjs.js',
  types: 'dist/index.d.ts',
  exports: {
    '.': { require: './dist/index.cjs.js', types: './dist/index.d.ts' },
    './package.json': './package.json',
  },
  files: ['dist', 'migrations', 'config.schema.json'],
  configSchema: 'config.schema.json',
  dependencies: { express: '^4.22.1' },
};
const files = [
  'LICENSE',
  'README.md',
  'config.schema.json',
  'dist/index.cjs.js',
  'dist/index.d.ts',
  'migrations/20261120090000_tasks.js',
  'package.json',
];

test('an archive with all it promises has no fault', () => {
  assert.deepEqual(faultsOf(files, manifest), []);
});

for (const path of files.filter(file => file !== 'package.json')) {
  test(`an archive without ${path} is found out`, () => {
    const [promised] = faultsOf(
      files.filter(file => file !== path),
      manifest,
    );
    assert.match(promised, /is promised and not there$/);
    assert.ok(path.startsWith(promised.split(' ')[0]));
  });
}

test('what nobody installs for is found out', () => {
  const strayed = ['src/index.ts', 'dist/store/taskRows.test.cjs.js'];
  assert.deepEqual(
    faultsOf([...files, ...strayed], manifest),
    strayed.map(path => `${path} is no business of an installation`),
  );
});

test('a dependency that only our work tree can resolve is found out', () => {
  const dependencies = { '@agent-tasks/common': 'workspace:^' };
  assert.deepEqual(faultsOf(files, { ...manifest, dependencies }), [
    'depends on @agent-tasks/common as workspace:^',
  ]);
});
