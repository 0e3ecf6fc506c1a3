import { resolve } from 'node:path';
import { isTrustedLocation } from './trustedLocation';

const prefixes = [
  'url:https://github.com/acme/templates/',
  'url:https://github.com/acme/portal/tree/main/tasks',
  'file:examples/agent-task-templates',
];

it.each([
  ['url:https://github.com/acme/templates/blob/main/a.yaml', true],
  ['url:https://github.com/acme/portal/tree/main/tasks', true],
  ['url:https://github.com/acme/portal/tree/main/tasks/a.yaml', true],
  [`file:${resolve('examples/agent-task-templates/a.yaml')}`, true],
  [
    'url:https://github.com/acme/portal/tree/main/tasks-of-mallory/a.yaml',
    false,
  ],
  ['url:https://github.com/acme/templates-of-mallory/a.yaml', false],
  ['url:https://github.com/acme/templates/../mallory/blob/main/a.yaml', false],
  ['url:https://github.com/acme/templates/%2e%2e/mallory/a.yaml', false],
  ['url:https://github.com/acme/templates/a.yaml?ref=mallory', false],
  ['url:https://github.com/mallory/acme/templates/a.yaml', false],
  ['file:/examples/agent-task-templates/a.yaml', false],
  ['', false],
  [undefined, false],
])('%s is trusted: %s', (location, expected) => {
  expect(isTrustedLocation(location, prefixes)).toBe(expected);
});

it('trusts nothing where nothing is configured', () => {
  expect(isTrustedLocation('url:https://github.com/acme/a.yaml', [])).toBe(
    false,
  );
});
