/** As much of OpenAPI 3.0 as we read. */
export interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  'x-source'?: string;
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

export interface Operation {
  operationId: string;
  parameters?: Array<Parameter | { $ref: string }>;
  requestBody?: {
    required?: boolean;
    content?: Record<string, { schema: unknown }>;
  };
  responses: Record<string, Response | { $ref: string }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Record<string, unknown>;
}

export interface Response {
  content?: Record<string, { schema: unknown }>;
}

/** The thing a local reference such as `#/components/schemas/simple-user` points to. */
export function resolveReference(
  document: OpenApi,
  reference: string,
): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>(
      (value, part) => (value as Record<string, unknown>)[part],
      document,
    );
}

export function referenceTo(...parts: string[]): string {
  return `#/${parts
    .map(part => part.replace(/~/g, '~0').replace(/\//g, '~1'))
    .join('/')}`;
}
