const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Of the PostgreSQL that the tests were given. */
export function postgresUrl(): string {
  const url = process.env[CONNECTION];
  if (url) return url;
  throw new Error(
    `These tests need PostgreSQL. Run \`yarn test:unit\`, which starts one, or name one in ${CONNECTION}.`,
  );
}
