const message =
  'domain/ decides from what it is given: no clock, no dice, no I/O. Pass the time, the random number and the data in.';

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['src/domain/**/*.ts'],
      excludedFiles: ['*.test.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...[
            'fetch',
            'setTimeout',
            'setInterval',
            'setImmediate',
            'queueMicrotask',
            'performance',
            'process',
            'crypto',
            'console',
            'globalThis',
          ].map(name => ({ name, message })),
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message },
          { object: 'Math', property: 'random', message },
        ],
        'no-restricted-syntax': [
          'error',
          {
            selector: "NewExpression[callee.name='Date'][arguments.length=0]",
            message,
          },
          { selector: "CallExpression[callee.name='Date']", message },
          { selector: "CallExpression[callee.name='require']", message },
          { selector: 'ImportExpression', message },
        ],
      },
    },
    {
      // Only tests import these rooms: they lean on what is declared for tests, and export suites.
      files: ['src/**/testing/**', 'src/**/simulation/**'],
      rules: {
        '@backstage/no-undeclared-imports': 'off',
        'jest/no-export': 'off',
      },
    },
  ],
});
