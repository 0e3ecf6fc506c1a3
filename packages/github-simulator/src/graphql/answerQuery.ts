import {
  DocumentNode,
  execute,
  GraphQLError,
  parse,
  Source,
  validate,
} from 'graphql';
import { Asker } from './Asker';
import { githubSchema } from './githubSchema';
import { queryRoot } from './queryRoot';
import { readField } from './readField';
import { Refusal } from './Refusal';

export interface Asked {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

export interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphqlError[];
}

interface GraphqlError {
  type?: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
  locations?: readonly { line: number; column: number }[];
  message: string;
}

/** Validates a query against GitHub's schema, so that what GitHub would refuse is refused here, and answers it. */
export async function answerQuery(
  asker: Asker,
  asked: Asked,
): Promise<GraphqlAnswer> {
  let document: DocumentNode;
  try {
    document = parse(new Source(asked.query, 'query'));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [presentError(error)] };
  }
  const faults = validate(githubSchema(), document);
  if (faults.length > 0) return { errors: faults.map(presentError) };

  const { data, errors } = await execute({
    schema: githubSchema(),
    document,
    rootValue: queryRoot(asker),
    variableValues: asked.variables,
    operationName: asked.operationName,
    fieldResolver: readField,
  });
  const bug = errors?.find(
    error => error.originalError && !isExpected(error.originalError),
  );
  if (bug?.originalError) throw bug.originalError;
  return { data, ...(errors && { errors: errors.map(presentError) }) };
}

function isExpected(error: Error): boolean {
  return error instanceof Refusal || error instanceof GraphQLError;
}

function presentError(error: GraphQLError): GraphqlError {
  const { originalError, path, locations, message } = error;
  const [, field, type] =
    /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
  if (field) {
    return {
      path: ['query', field],
      extensions: {
        code: 'undefinedField',
        typeName: type,
        fieldName: field,
      },
      locations,
      message: `Field '${field}' doesn't exist on type '${type}'`,
    };
  }
  return {
    ...(originalError instanceof Refusal && { type: originalError.type }),
    ...(path && { path }),
    ...(locations && { locations }),
    message,
  };
}
