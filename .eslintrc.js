// Holds for every package; each adds its role's rules in its own .eslintrc.js.
module.exports = {
  root: true,
  rules: {
    // Longer files hide a second subject: split by question, never "part 2".
    'max-lines': [
      'error',
      { max: 400, skipBlankLines: true, skipComments: true },
    ],
  },
  overrides: [
    {
      files: ['scripts/**/*.mjs', '*.js', '*.cjs', '*.ts'],
      extends: ['eslint:recommended', 'prettier'],
      env: { node: true, es2022: true },
      parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
      rules: {
        'no-shadow': 'error',
        'no-unused-vars': [
          'error',
          { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
        ],
      },
    },
  ],
};
