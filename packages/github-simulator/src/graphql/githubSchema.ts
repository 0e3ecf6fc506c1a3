import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, GraphQLSchema, parse } from 'graphql';

const PACKAGE = '@octokit/graphql-schema';

let schema: GraphQLSchema | undefined;

/** The package lets nobody but ES modules in, so its file is looked up where Node would look. */
function schemaFile(): string {
  const places = require.resolve.paths(PACKAGE) ?? [];
  const file = places
    .map(place => join(place, PACKAGE, 'schema.graphql'))
    .find(path => existsSync(path));
  if (!file) throw new Error(`${PACKAGE} is not installed`);
  return file;
}

/**
 * GitHub's published schema (MIT). Reading its 1.7 MB takes a moment, so the first query pays for it, and nobody else.
 * https://docs.github.com/graphql/overview/public-schema
 */
export function githubSchema(): GraphQLSchema {
  if (!schema) {
    const document = parse(readFileSync(schemaFile(), 'utf8'), {
      noLocation: true,
    });
    schema = buildASTSchema(document, { assumeValid: true });
  }
  return schema;
}
