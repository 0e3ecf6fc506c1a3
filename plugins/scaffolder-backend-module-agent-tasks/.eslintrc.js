module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Only tests import this room. It leans on what is declared for tests, and starts the other
      // plugins of a portal beside this one.
      files: ['src/testing/**'],
      rules: {
        '@backstage/no-undeclared-imports': 'off',
        '@backstage/no-mixed-plugin-imports': 'off',
      },
    },
  ],
});
