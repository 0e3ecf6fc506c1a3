/**
 * One task of the demo, from the ask to where it is left.
 *
 * @typedef {object} Story
 * @property {string} key unique, and part of its idempotency key: a changed story needs another
 * @property {string} by who asks: a user of examples/org.yaml
 * @property {string} service a component of examples/entities.yaml, and its repository
 * @property {string} template
 * @property {string} title
 * @property {Record<string, string>} parameters
 * @property {string} ends the status in which the story leaves the task
 * @property {string} [after] the story that has to be told first: a repository takes one task at a time
 * @property {string} [agent] what the simulated agent does, by the name of its script
 * @property {{ by: string, orders: string[] }} [pullRequest] what a person, not the one who asked,
 *   does to its pull request once the agent has ended
 * @property {{ by: string, when: string, command: string, body: object }} [command] of a person, in
 *   the state `when`
 * @property {{ kind: string }} [fault] how the connection to GitHub breaks at its start
 */

const reviewAndMerge = ['ready', 'approve', 'merge'];

/** @type {Story[]} */
export const stories = [
  {
    key: 'payments-express',
    by: 'ana',
    service: 'payments-api',
    template: 'dependency-bump',
    title: 'Upgrade express to 4.21.2',
    parameters: {
      dependency: 'express',
      version: '4.21.2',
      reason: 'The advisory about open redirects in res.location.',
    },
    after: 'payments-notes',
    agent: 'works',
    ends: 'in_review',
  },
  {
    key: 'payments-notes',
    by: 'ana',
    service: 'payments-api',
    template: 'release-notes',
    title: 'Release notes for 2.4.0',
    parameters: { version: '2.4.0', since: 'v2.3.0', audience: 'developers' },
    agent: 'works',
    pullRequest: { by: 'bo', orders: reviewAndMerge },
    ends: 'done',
  },
  {
    key: 'ledger-pg',
    by: 'ana',
    service: 'payments-ledger',
    template: 'dependency-bump',
    title: 'Upgrade pg to 8.16.0',
    parameters: {
      dependency: 'pg',
      version: '8.16.0',
      reason: 'Connections hang after a failover with the version in use.',
    },
    ends: 'needs_approval',
  },
  {
    key: 'ledger-tests',
    by: 'ana',
    service: 'payments-ledger',
    template: 'test-modernization',
    title: 'Modernize the tests of postings',
    parameters: {
      folder: 'src',
      runner: 'vitest',
      complaint: 'They fail at midnight, and on the last day of a month.',
    },
    command: {
      by: 'bo',
      when: 'pending_approval',
      command: 'reject',
      body: { reason: 'Not in the week of the audit. Ask again afterwards.' },
    },
    ends: 'not_done',
  },
  {
    key: 'ledger-migration',
    by: 'bo',
    service: 'payments-ledger',
    template: 'migration-proposal',
    title: 'From one table of entries to partitions by month',
    parameters: {
      from: 'One table of entries',
      to: 'Partitions by month',
      why: 'The nightly balance takes forty minutes, and it grows with every month.',
    },
    ends: 'needs_approval',
  },
  {
    key: 'invoicing-pdfkit',
    by: 'ana',
    service: 'invoicing',
    template: 'dependency-bump',
    title: 'Upgrade pdfkit to 0.17.1',
    parameters: {
      dependency: 'pdfkit',
      version: '0.17.1',
      reason: 'Invoices in Polish lose their accents.',
    },
    after: 'invoicing-notes',
    agent: 'waits',
    ends: 'needs_you',
  },
  {
    key: 'invoicing-notes',
    by: 'bo',
    service: 'invoicing',
    template: 'release-notes',
    title: 'Release notes for 1.9.1',
    parameters: { version: '1.9.1', since: 'v1.9.0', audience: 'operators' },
    agent: 'no-change',
    // Five minutes later the portal calls it done: nothing to change.
    ends: 'in_review',
  },
  {
    key: 'fraud-tests',
    by: 'bo',
    service: 'fraud-check',
    template: 'test-modernization',
    title: 'Make the scoring tests independent of each other',
    parameters: {
      folder: 'src',
      runner: 'node-test',
      complaint: 'They pass only in the order in which they were written.',
    },
    agent: 'fails',
    ends: 'not_done',
  },
  {
    key: 'storefront-notes',
    by: 'dana',
    service: 'storefront-web',
    template: 'release-notes',
    title: 'What is new in the autumn release',
    parameters: {
      version: '5.2.0',
      since: 'v5.1.0',
      audience: 'users',
      highlights: 'Baskets survive a change of device.',
    },
    agent: 'works',
    pullRequest: { by: 'chidi', orders: reviewAndMerge },
    ends: 'done',
  },
  {
    key: 'storefront-react',
    by: 'chidi',
    service: 'storefront-web',
    template: 'dependency-bump',
    title: 'Upgrade react to 19.1.0',
    parameters: { dependency: 'react', version: '19.1.0' },
    after: 'storefront-notes',
    agent: 'works-on',
    ends: 'working',
  },
  {
    key: 'storefront-tests',
    by: 'dana',
    service: 'storefront-web',
    template: 'test-modernization',
    title: 'Quicker tests for the price tag',
    parameters: { folder: 'src', runner: 'vitest' },
    after: 'storefront-react',
    ends: 'waiting',
  },
  {
    key: 'bff-undici',
    by: 'chidi',
    service: 'storefront-bff',
    template: 'dependency-bump',
    title: 'Upgrade undici to 7.10.0',
    parameters: {
      dependency: 'undici',
      version: '7.10.0',
      reason: 'Sockets are kept open after a timeout.',
    },
    agent: 'conflicts',
    ends: 'in_review',
  },
  {
    key: 'search-analyzer',
    by: 'dana',
    service: 'search-index',
    template: 'test-modernization',
    title: 'Tests of the tokenizer that can fail',
    parameters: { folder: 'src', runner: 'keep' },
    agent: 'checks-fail',
    pullRequest: { by: 'chidi', orders: ['fail_checks'] },
    ends: 'in_review',
  },
  {
    key: 'search-engine',
    by: 'chidi',
    service: 'search-index',
    template: 'migration-proposal',
    title: 'From our own index to a search engine',
    parameters: {
      from: 'Our own index in memory',
      to: 'A search engine',
      why: 'The index no longer fits into the memory of one machine by next summer.',
    },
    command: {
      by: 'chidi',
      when: 'pending_approval',
      command: 'cancel',
      body: { reason: 'The platform team looks at this already.' },
    },
    ends: 'cancelled',
  },
  {
    key: 'portal-backstage',
    by: 'fay',
    service: 'developer-portal',
    template: 'dependency-bump',
    title: 'Upgrade @backstage/ui to 0.18.0',
    parameters: { dependency: '@backstage/ui', version: '0.18.0' },
    agent: 'works',
    pullRequest: { by: 'emre', orders: ['pass_checks', ...reviewAndMerge] },
    ends: 'done',
  },
  {
    key: 'portal-notes',
    by: 'emre',
    service: 'developer-portal',
    template: 'release-notes',
    title: 'Release notes for the portal, November',
    parameters: { version: '1.47.0', since: 'v1.46.0', audience: 'developers' },
    after: 'portal-backstage',
    agent: 'works',
    pullRequest: { by: 'fay', orders: ['close'] },
    ends: 'not_done',
  },
  {
    key: 'portal-scaffolder',
    by: 'fay',
    service: 'developer-portal',
    template: 'dependency-bump',
    title: 'Upgrade @backstage/plugin-scaffolder to 1.37.0',
    parameters: {
      dependency: '@backstage/plugin-scaffolder',
      version: '1.37.0',
      reason: 'A long list of owners can be searched.',
    },
    after: 'portal-notes',
    agent: 'strays',
    ends: 'in_review',
  },
  {
    key: 'cache-zstd',
    by: 'emre',
    service: 'build-cache',
    template: 'dependency-bump',
    title: 'Upgrade lru-cache to 11.1.0',
    parameters: { dependency: 'lru-cache', version: '11.1.0' },
    // Cut before GitHub has read it, so that nothing is ever found: after some minutes of looking
    // the machine gives up, and an operator has to settle it.
    fault: { kind: 'reset_before' },
    ends: 'unclear',
  },
  {
    key: 'identity-jose',
    by: 'fay',
    service: 'identity-provider',
    template: 'dependency-bump',
    title: 'Upgrade jose to 6.0.11',
    parameters: {
      dependency: 'jose',
      version: '6.0.11',
      reason: 'Ed25519 keys are read without a polyfill.',
    },
    agent: 'times-out',
    ends: 'not_done',
  },
];
