import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../openapi/openApiDocument';

/** What came back, as far as the document speaks of it. */
export interface CheckedAnswer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

type Responses = Record<
  string,
  { content?: object; headers?: Record<string, { required?: boolean }> }
>;

const document = openApiDocument();
const paths = document.paths as unknown as Record<
  string,
  Record<string, { responses: Responses }>
>;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'openapi');
const compiled = new Map<string, ValidateFunction>();

/** Holds an answer against the OpenAPI document; [] means that it keeps what is promised. */
export function answerFaults(
  method: string,
  path: string,
  { status, body, headers }: CheckedAnswer,
): string[] {
  if (path === '/openapi.json') return status === 200 ? [] : [`${status}`];
  const documented = documentedPath(path);
  if (documented === undefined) {
    return status === 404 || status === 401 ? [] : [`unknown path: ${status}`];
  }
  const responses = paths[documented][method]?.responses;
  if (!responses) return [];
  const response = responses[String(status)];
  if (!response) return [`${method} ${documented} does not document ${status}`];
  const missing = Object.entries(response.headers ?? {})
    .filter(([name, { required }]) => required && !headers[name.toLowerCase()])
    .map(([name]) => `${status} lacks the header ${name}`);
  if (!response.content) return missing;
  const validate = validatorOf(documented, method, status);
  return validate(body)
    ? missing
    : [
        ...missing,
        ...(validate.errors ?? []).map(
          ({ instancePath, message }) => `${instancePath} ${message}`,
        ),
      ];
}

function documentedPath(path: string): string | undefined {
  const [plain] = path.split('?');
  return Object.keys(paths).find(template =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain),
  );
}

function validatorOf(
  path: string,
  method: string,
  status: number,
): ValidateFunction {
  const pointer = ['paths', path, method, 'responses', String(status)]
    .concat(['content', 'application/json', 'schema'])
    .map(part =>
      encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1')),
    )
    .join('/');
  const known = compiled.get(pointer);
  if (known) return known;
  const validate = ajv.compile({ $ref: `openapi#/${pointer}` });
  compiled.set(pointer, validate);
  return validate;
}
