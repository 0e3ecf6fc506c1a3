module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // `yarn audit:verify` and `yarn erase-person` work on what lies behind the door of our backend,
      // without a portal; how far they may look in is said by `packages-by-the-front-door` in
      // .dependency-cruiser.cjs.
      files: ['src/auditVerify/**', 'src/erasePerson/**', 'src/portalStore/**'],
      rules: { '@backstage/no-forbidden-package-imports': 'off' },
    },
    {
      // Only tests and `yarn chaos` run these rooms, and they lean on what is declared for tests.
      files: ['src/killTest/**', 'src/crashMatrix/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
