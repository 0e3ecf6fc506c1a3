module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Benchmarks measure what lies behind the door of our backend; how far they may look in is
    // said by `benchmarks-measure-the-backend` in .dependency-cruiser.cjs.
    '@backstage/no-forbidden-package-imports': 'off',
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
