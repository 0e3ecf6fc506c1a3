import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedNames } from './refusedNames.mjs';

test('a drawer is refused as a file, a folder and part of a name', () => {
  const drawers = [
    'plugins/agent-tasks/src/utils.ts',
    'plugins/agent-tasks/src/utils/formatAge.ts',
    'plugins/agent-tasks/src/helper/formatAge.ts',
    'plugins/agent-tasks/src/lib/formatAge.ts',
    'plugins/agent-tasks-backend/src/engine/TaskManager.ts',
    'plugins/agent-tasks-backend/src/http/taskHandlers.ts',
    'scripts/test-helpers.mjs',
    'docs/misc.md',
  ];
  assert.deepEqual(refusedNames(drawers), drawers);
});

test('names that only contain such letters pass', () => {
  const names = [
    'plugins/agent-tasks-common/src/libraries.ts',
    'plugins/agent-tasks/src/components/LibraryCard.tsx',
    'plugins/agent-tasks-node/src/testUtils/index.ts',
    'plugins/agent-tasks/src/__testUtils__/renderInPortal.tsx',
    'packages/github-simulator/src/state/World.ts',
  ];
  assert.deepEqual(refusedNames(names), []);
});
