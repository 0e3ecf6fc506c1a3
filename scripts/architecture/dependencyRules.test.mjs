import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { brokenRules } from './modelTree.mjs';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

const backend = 'plugins/agent-tasks-backend/src';
const frontend = 'plugins/agent-tasks/src';
const common = 'plugins/agent-tasks-common/src';
const simulator = `import '@agent-tasks/github-simulator';`;

/** One way, at least, to break each rule: what is planted where. */
const violations = {
  'no-cycles': [
    {
      [`${backend}/domain/isDue.ts`]: `import './isLate'; export const isDue = 1;`,
      [`${backend}/domain/isLate.ts`]: `import './isDue';`,
    },
  ],
  'no-orphans': [
    { [`${backend}/domain/forgotten.ts`]: `export const forgotten = 1;` },
    // It knows somebody, but nobody knows it.
    { [`${backend}/domain/forgotten.ts`]: `import './isDue';` },
  ],
  'not-to-test': [
    {
      [`${backend}/domain/isDue.ts`]: `import './__fixtures__/task'; export const isDue = 1;`,
      [`${backend}/domain/__fixtures__/task.ts`]: ``,
    },
    {
      [`${backend}/engine/start.ts`]: `import '../domain/isDue.test'; export const start = 1;`,
    },
  ],
  'no-undeclared-modules': [
    {
      [`${backend}/engine/start.ts`]: `import './misspelt'; export const start = 1;`,
    },
  ],
  'packages-by-the-front-door': [
    {
      [`${backend}/engine/start.ts`]: `import '../../../agent-tasks-common/src/task'; export const start = 1;`,
    },
    {
      [`${backend}/engine/start.ts`]: `import '@agent-tasks/backstage-plugin-agent-tasks-common/src/task'; export const start = 1;`,
    },
  ],
  'benchmarks-measure-the-backend': [
    {
      'packages/benchmarks/src/index.ts': `import '../../../plugins/agent-tasks-backend/src/http/router';`,
    },
    {
      'packages/benchmarks/src/index.ts': `import '../../../plugins/agent-tasks-backend-module-github/src/client/rest';`,
    },
  ],
  'browser-code-stays-in-the-browser': [
    { [`${common}/task.ts`]: `import 'node:crypto'; export type Task = {};` },
    {
      [`${common}/task.ts`]: `import '@backstage/backend-plugin-api'; export type Task = {};`,
    },
    {
      [`${frontend}/api/Client.ts`]: `import '@agent-tasks/backstage-plugin-agent-tasks-node'; export class Client {}`,
    },
  ],
  'simulator-stays-out-of-the-product': [
    { [`${backend}/engine/start.ts`]: `${simulator} export const start = 1;` },
    { 'packages/backend/src/index.ts': simulator },
  ],
  'production-without-demo': [
    { 'packages/backend/src/index.ts': `import './demoSignIn';` },
    {
      'packages/backend/src/index.ts': `import './portal';`,
      'packages/backend/src/portal.ts': `import './demoSignIn';`,
    },
  ],
  'github-behind-one-door': [
    {
      [`${backend}/engine/start.ts`]: `import '@octokit/rest'; export const start = 1;`,
    },
    {
      'plugins/agent-tasks-backend-module-github/src/index.ts': `import './client/rest'; import '@octokit/rest';`,
    },
    // Not even as a type, nor before it is installed.
    {
      [`${backend}/engine/start.ts`]: `import type { X } from '@octokit/rest'; export const start = 1;`,
    },
    {
      [`${backend}/engine/start.ts`]: `import 'octokit'; export const start = 1;`,
    },
  ],
  'domain-is-pure': [
    {
      [`${backend}/domain/isDue.ts`]: `import 'node:crypto'; export const isDue = 1;`,
    },
    {
      [`${backend}/domain/isDue.ts`]: `import 'liquidjs'; export const isDue = 1;`,
    },
    {
      [`${backend}/domain/isDue.ts`]: `import '../store/TaskStore'; export const isDue = 1;`,
    },
    {
      [`${backend}/domain/isDue.ts`]: `import '@agent-tasks/backstage-plugin-agent-tasks-node'; export const isDue = 1;`,
    },
  ],
  'store-knows-only-domain': [
    {
      [`${backend}/store/TaskStore.ts`]: `import '../engine/CatalogPort'; export type TaskStore = {};`,
    },
  ],
  'sql-lives-in-store': [
    {
      [`${backend}/engine/start.ts`]: `import 'knex'; export const start = 1;`,
    },
    {
      [`${backend}/plugin.ts`]: `import type { Knex } from 'knex'; export const plugin = 1;`,
    },
  ],
  'statements-are-private': [
    {
      [`${backend}/engine/start.ts`]: `import '../store/statements/claim'; export const start = 1;`,
    },
  ],
  'statements-stand-alone': [
    {
      [`${backend}/store/statements/claim.ts`]: `import './release'; export const claim = 1;`,
    },
    {
      [`${backend}/store/statements/release.ts`]: `import type {} from '../DatabaseTaskStore'; export const release = 1;`,
    },
  ],
  'engine-below-entry-points': [
    {
      [`${backend}/engine/start.ts`]: `import '../http/router'; export const start = 1;`,
    },
    {
      [`${backend}/engine/start.ts`]: `import '../access/submit'; export const start = 1;`,
    },
  ],
  'ask-the-interface': [
    {
      [`${backend}/engine/start.ts`]: `import '../store/DatabaseTaskStore'; export const start = 1;`,
    },
    {
      [`${backend}/access/submit.ts`]: `import '../store/DatabaseTaskStore'; export const submit = 1;`,
    },
  ],
  'access-below-doors': [
    {
      [`${backend}/access/submit.ts`]: `import '../http/router'; export const submit = 1;`,
    },
  ],
  'entry-points-go-through-access': [
    {
      [`${backend}/http/router.ts`]: `import '../engine/start'; export const router = 1;`,
    },
    {
      [`${backend}/actions/tools.ts`]: `import '../store/TaskStore'; export const tools = 1;`,
    },
  ],
  'entry-points-are-siblings': [
    {
      [`${backend}/http/router.ts`]: `import '../actions/tools'; export const router = 1;`,
    },
  ],
  'neighbours-behind-ports': [
    {
      [`${backend}/engine/start.ts`]: `import '../outside/catalog'; export const start = 1;`,
    },
    {
      [`${backend}/index.ts`]: `import './plugin'; import './outside/catalog';`,
    },
  ],
  'outside-answers-ports': [
    {
      [`${backend}/outside/catalog.ts`]: `import '../store/TaskStore'; export const catalog = 1;`,
    },
  ],
  'only-plugin-ts-wires': [
    {
      [`${backend}/http/router.ts`]: `import '../plugin'; export const router = 1;`,
    },
    {
      [`${frontend}/hooks/useTask.ts`]: `import '../plugin'; export const useTask = 1;`,
    },
  ],
  'api-is-the-bottom-of-the-frontend': [
    {
      [`${frontend}/api/Client.ts`]: `import '../hooks/useTask'; export class Client {}`,
    },
  ],
  'hooks-below-components': [
    {
      [`${frontend}/hooks/useTask.ts`]: `import '../components/TaskPage'; export const useTask = 1;`,
    },
  ],
  'components-below-extensions': [
    {
      [`${frontend}/components/TaskPage.tsx`]: `import '../extensions/page'; export const TaskPage = 1;`,
    },
  ],
  'components-ask-hooks': [
    {
      [`${frontend}/components/TaskPage.tsx`]: `import { Client } from '../api/Client'; export const TaskPage = Client;`,
    },
  ],
};

test('a tree that keeps to the rooms breaks no rule', async () => {
  assert.deepEqual(await brokenRules(config, {}), []);
});

test('every rule has a planted violation', () => {
  assert.deepEqual(
    config.forbidden.map(rule => rule.name).sort(),
    Object.keys(violations).sort(),
  );
});

for (const [rule, plants] of Object.entries(violations)) {
  test(`${rule} finds what it forbids`, async () => {
    for (const planted of plants) {
      const broken = await brokenRules(config, planted);
      assert.ok(
        broken.includes(rule),
        `${JSON.stringify(planted)} broke only ${broken.join(', ')}`,
      );
    }
  });
}
