import { readFileSync } from 'node:fs';
import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import {
  OpenApi,
  Operation,
  Parameter,
  referenceTo,
  resolveReference,
  Response,
} from './OpenApi';
import { toJsonSchema } from './toJsonSchema';

const document: OpenApi = JSON.parse(
  readFileSync(require.resolve('./github.openapi.json'), 'utf8'),
);

/** GitHub's own words count, also those that JSON schema does not know; hence not strict. */
const judges = addFormats(
  new Ajv({ strict: false, allErrors: true, logger: false }),
);
const readers = addFormats(
  new Ajv({
    strict: false,
    allErrors: true,
    logger: false,
    coerceTypes: 'array',
  }),
);
judges.addSchema(toJsonSchema(document) as object, 'github');

const compiled = new Map<string, ValidateFunction>();

function once(key: string, compile: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(key);
  if (known) return known;
  const fresh = compile();
  compiled.set(key, fresh);
  return fresh;
}

function schemaAt(reference: string): ValidateFunction {
  return once(reference, () => judges.compile({ $ref: `github${reference}` }));
}

/** @throws Error if the extract lacks the operation: add it to `operations.ts` and extract anew. */
function operationOf(method: string, path: string): Operation {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation)
    throw new Error(`The contract's extract has no ${method} ${path}`);
  return operation;
}

/** Judges a query and turns its text into the numbers and booleans the contract means. */
export function queryReader(method: string, path: string): ValidateFunction {
  return once(`query ${method} ${path}`, () => {
    const parameters = (operationOf(method, path).parameters ?? []).map(one =>
      '$ref' in one ? (resolveReference(document, one.$ref) as Parameter) : one,
    );
    const inQuery = parameters.filter(one => one.in === 'query');
    return readers.compile({
      type: 'object',
      required: inQuery.filter(one => one.required).map(one => one.name),
      properties: Object.fromEntries(
        inQuery.map(one => [one.name, toJsonSchema(one.schema)]),
      ),
    });
  });
}

/** The judge of request bodies; undefined where the operation takes none. */
export function bodyJudge(
  method: string,
  path: string,
): ValidateFunction | undefined {
  if (!operationOf(method, path).requestBody?.content?.['application/json'])
    return undefined;
  return schemaAt(
    referenceTo(
      'paths',
      path,
      method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    ),
  );
}

/** How the contract judges an answer of this status: by a schema, as empty, or as not foreseen. */
export function answerJudge(
  method: string,
  path: string,
  status: number,
): ValidateFunction | 'no body' | 'undeclared' {
  const declared = operationOf(method, path).responses[String(status)];
  if (!declared) return 'undeclared';
  const reference =
    '$ref' in declared
      ? declared.$ref
      : referenceTo(
          'paths',
          path,
          method.toLowerCase(),
          'responses',
          String(status),
        );
  const response = resolveReference(document, reference) as Response;
  if (!response.content?.['application/json']) return 'no body';
  return schemaAt(`${reference}/content/application~1json/schema`);
}

/** GitHub's one shape of an error, from where it is described most strictly. */
export const errorJudge = schemaAt(
  `${referenceTo(
    'paths',
    '/agents/tasks/{task_id}',
    'get',
    'responses',
    '422',
    'content',
    'application/json',
    'schema',
  )}`,
);
