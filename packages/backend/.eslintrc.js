module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Only tests and `yarn chaos` run this room, and it leans on what is declared for tests.
      files: ['src/killTest/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
