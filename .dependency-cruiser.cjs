/**
 * The rooms of the code and who may know whom, as CONTRIBUTING.md draws them.
 * Every rule says what to do instead, and has a planted violation in
 * scripts/architecture/dependencyRules.test.mjs that must make it fire.
 */

const test =
  '[.](test|contract)[.]tsx?$|/(__fixtures__|__testUtils__|testing|testUtils|killTest|crashMatrix|simulation|store/memory)/';
const backend = '^plugins/([^/]+-backend)/src/';
/** Matches a package whether it is installed (a path) or not (its bare name). */
const npm = name => `(^|/)(node_modules/)?${name}(/|$)`;

const everywhere = [
  {
    name: 'no-cycles',
    comment:
      'Two files that need each other are one file, or hide a third. Split out the shared part.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment:
      'Nobody imports this file. Import it where it is needed, or delete it.',
    module: {
      path: '^(plugins|packages)/[^/]+/src/',
      pathNot: [
        '[.]d[.]ts$',
        test,
        '/index[.]tsx?$',
        '/setupTests[.]ts$',
        // Programs: somebody starts them.
        '^packages/backend/src/demo[.]ts$',
        '^packages/github-simulator/src/cli[.]ts$',
        '^packages/backend/src/(auditVerify|erasePerson)/cli[.]ts$',
        '^packages/benchmarks/src/[^/]+[.]ts$',
      ],
      numberOfDependentsLessThan: 1,
    },
    from: {},
  },
  {
    name: 'not-to-test',
    comment: 'Product code never imports a test or a fixture.',
    from: { path: '^(plugins|packages)/[^/]+/src/', pathNot: test },
    to: { path: test },
  },
  {
    name: 'no-undeclared-modules',
    comment:
      'This import resolves to nothing. Fix the path, or declare the package in package.json.',
    from: { path: '^(plugins|packages)/[^/]+/src/' },
    to: { couldNotResolve: true },
  },
];

const betweenPackages = [
  {
    name: 'packages-by-the-front-door',
    comment:
      'Another package is what its index.ts exports. Export it there, or keep it private.',
    from: {
      path: '^((?:plugins|packages)/[^/]+)/',
      pathNot:
        '^packages/(benchmarks|backend/src/(auditVerify|erasePerson|portalStore))/',
    },
    to: {
      path: '^(plugins|packages)/[^/]+/src/',
      pathNot: ['^$1/', '/src/(testUtils/|schemas/)?index[.]tsx?$'],
    },
  },
  {
    name: 'benchmarks-measure-the-backend',
    comment:
      'Benchmarks time what lies behind the door of our backend: domain, engine and store, as they are. Every other package they use by its index.ts.',
    from: { path: '^packages/benchmarks/' },
    to: {
      path: '^(plugins|packages)/[^/]+/src/',
      pathNot: [
        '^packages/benchmarks/',
        '^plugins/agent-tasks-backend/src/(domain|engine|store)/',
        '/src/(testUtils/|schemas/)?index[.]tsx?$',
      ],
    },
  },
  {
    name: 'browser-code-stays-in-the-browser',
    comment:
      'The app, the frontend plugin and -common are loaded by a browser: no Node, no backend package. Share types through -common.',
    from: {
      path: '^(packages/app|plugins/agent-tasks|plugins/[^/]+-common)/src/',
      pathNot: test,
    },
    to: {
      path: [
        '^node:',
        '^(assert|async_hooks|buffer|child_process|crypto|fs|http|https|net|os|path|stream|url|util|worker_threads|zlib)$',
        '^plugins/[^/]+-(node|backend|backend-module-[^/]+)/',
        npm('@backstage/(backend-[a-z-]+|plugin-[a-z-]+-(node|backend))'),
      ],
    },
  },
  {
    name: 'simulator-stays-out-of-the-product',
    comment:
      'The GitHub simulator is for the demo, tests and benchmarks. Product code talks to GitHub by its address in the configuration.',
    from: {
      path: '^(plugins|packages)/[^/]+/src/',
      pathNot: ['^packages/(github-simulator|benchmarks)/', test],
    },
    to: { path: '^packages/github-simulator/' },
  },
  {
    name: 'production-without-demo',
    comment:
      'What production starts must not reach the demo, whose sign-in asks for no password.',
    from: { path: '^packages/backend/src/index[.]ts$' },
    to: { path: '^packages/backend/src/demo', reachable: true },
  },
  {
    name: 'github-behind-one-door',
    comment:
      'Only client/ of the GitHub module talks Octokit, so rate limits, retries and auth are decided once.',
    from: {
      path: '^(plugins|packages)/',
      pathNot: ['^plugins/[^/]+-backend-module-github/src/client/', test],
    },
    // GitHub's published contracts are data.
    to: {
      path: npm('(@octokit|octokit)'),
      pathNot:
        '@octokit/(openapi|openapi-types|openapi-webhooks|graphql-schema)(/|$)',
    },
  },
];

const roomsOfTheBackend = [
  {
    name: 'domain-is-pure',
    comment:
      'domain/ decides and never does: no node:*, no npm, no other room. Pass the time, the random number and the data in.',
    from: { path: `${backend}domain/`, pathNot: test },
    to: {
      pathNot: [
        '^plugins/$1/src/domain/',
        '^plugins/[^/]+-common/src/index[.]ts$',
      ],
    },
  },
  {
    name: 'store-knows-only-domain',
    comment:
      'store/ keeps facts. If it needs engine/, the decision belongs in domain/ and the order of work in engine/.',
    from: { path: `${backend}store/`, pathNot: test },
    to: {
      path: '^plugins/$1/src/',
      pathNot: '^plugins/$1/src/(store|domain)/',
    },
  },
  {
    name: 'sql-lives-in-store',
    comment:
      'Only store/ speaks SQL. Add a method to the store interface and a file in store/statements/.',
    from: {
      path: '^(plugins|packages)/[^/]+/src/',
      pathNot: [
        '^plugins/[^/]+-backend/src/store/',
        // They fill tables in bulk, count statements, and measure other ways to write them.
        '^packages/benchmarks/src/',
        test,
      ],
    },
    to: { path: npm('knex') },
  },
  {
    name: 'statements-are-private',
    comment:
      'A statement is called by its store only, so that the interface stays the whole truth about storage.',
    from: { path: backend, pathNot: ['^plugins/[^/]+/src/store/', test] },
    to: { path: '^plugins/$1/src/store/statements/' },
  },
  {
    name: 'statements-stand-alone',
    comment:
      'One statement does not call another; the store composes them inside one transaction.',
    from: {
      path: '^plugins/([^/]+)/src/store/statements/([^/]+)[.]ts$',
      pathNot: test,
    },
    to: {
      path: '^plugins/$1/src/store/(statements/|Database|Memory)',
      pathNot: '/statements/$2[.]ts$',
    },
  },
  {
    name: 'engine-below-entry-points',
    comment:
      'engine/ runs without HTTP. If it needs a request, pass the value, not the room.',
    from: { path: `${backend}engine/`, pathNot: test },
    to: {
      path: '^plugins/$1/src/',
      pathNot: '^plugins/$1/src/(engine|store|domain|outside)/',
    },
  },
  {
    name: 'ask-the-interface',
    comment:
      'engine/ and access/ know the store by its interface (TaskStore, TaskQueries); plugin.ts chooses the implementation.',
    from: { path: `${backend}(engine|access)/`, pathNot: test },
    to: { path: '^plugins/$1/src/store/(Database|Memory)' },
  },
  {
    name: 'access-below-doors',
    comment:
      'access/ does not know how it was reached. If it needs the request, pass the value.',
    from: { path: `${backend}access/`, pathNot: test },
    to: { path: '^plugins/$1/src/(http|actions)/' },
  },
  {
    name: 'entry-points-go-through-access',
    comment:
      'http/ and actions/ may only call access/, where the permission check is. Importing engine/ or store/ here would be a way around it.',
    from: { path: `${backend}(http|actions)/`, pathNot: test },
    to: { path: '^plugins/$1/src/(engine|store)/' },
  },
  {
    name: 'entry-points-are-siblings',
    comment:
      'http/ and actions/ do not import each other; what they share is in access/ or domain/.',
    from: { path: `${backend}(http|actions)/`, pathNot: test },
    to: {
      path: '^plugins/$1/src/(http|actions)/',
      pathNot: '^plugins/$1/src/$2/',
    },
  },
  {
    name: 'neighbours-behind-ports',
    comment:
      'Declare what you need as a port in engine/ or access/; plugin.ts wires outside/.',
    from: {
      path: backend,
      pathNot: ['^plugins/[^/]+/src/(outside/|plugin[.]ts$)', test],
    },
    to: { path: '^plugins/$1/src/outside/' },
  },
  {
    name: 'outside-answers-ports',
    comment:
      'outside/ asks a neighbour for what a port of engine/ or access/ names. It does not know the store or the doors.',
    from: { path: `${backend}outside/`, pathNot: test },
    to: { path: '^plugins/$1/src/(store|http|actions)/' },
  },
  {
    name: 'only-plugin-ts-wires',
    comment:
      'plugin.ts is the one place that builds things; only index.ts and dev/ may import it.',
    from: {
      path: '^plugins/[^/]+/src/',
      pathNot: ['^plugins/[^/]+/src/index[.]tsx?$', test],
    },
    to: { path: '^plugins/[^/]+/src/plugin[.]tsx?$' },
  },
];

const layersOfTheFrontend = [
  {
    name: 'api-is-the-bottom-of-the-frontend',
    comment: 'api/ knows HTTP only.',
    from: { path: '^plugins/([^/]+)/src/api/', pathNot: test },
    to: { path: '^plugins/$1/src/(hooks|components|extensions)/' },
  },
  {
    name: 'hooks-below-components',
    comment: 'A hook returns data and verbs, never JSX.',
    from: { path: '^plugins/([^/]+)/src/hooks/', pathNot: test },
    to: { path: '^plugins/$1/src/(components|extensions)/' },
  },
  {
    name: 'components-below-extensions',
    comment:
      'A component does not know where it is mounted. Pass what it needs as a property.',
    from: { path: '^plugins/([^/]+)/src/components/', pathNot: test },
    to: { path: '^plugins/$1/src/extensions/' },
  },
  {
    name: 'components-ask-hooks',
    comment:
      'A component asks a hook; only hooks know the API client. Its types are free to use.',
    from: { path: '^plugins/([^/]+)/src/components/', pathNot: test },
    to: { path: '^plugins/$1/src/api/', dependencyTypesNot: ['type-only'] },
  },
];

module.exports = {
  forbidden: [
    ...everywhere,
    ...betweenPackages,
    ...roomsOfTheBackend,
    ...layersOfTheFrontend,
  ].map(rule => ({ severity: 'error', ...rule })),
  options: {
    // Types are knowledge too: a type-only import binds as much as a call.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
