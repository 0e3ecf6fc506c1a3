import {
  errorBodySchema,
  z,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import {
  extendZodWithOpenApi,
  OpenApiGeneratorV31,
  OpenAPIRegistry,
  RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { JsonObject } from '@backstage/types';
import { describedRoutes } from '../routes/describedRoutes';
import { Answer, Route, Schema } from '../Route';
import { COMPONENTS } from './components';
import { errorAnswersOf } from './errorAnswers';
import { parametersOf } from './parameters';
import { withNullInEnums } from './withNullInEnums';
import { withReferences } from './withReferences';

type ZodType = Extract<
  NonNullable<
    NonNullable<NonNullable<RouteConfig['request']>['body']>['content']['x']
  >['schema'],
  { _def: unknown }
>;

// The generator wants its method on the schemas, and installed packages may each bring a zod.
extendZodWithOpenApi(z);

const INFO = {
  title: 'Agent Tasks',
  version: '1.0.0',
  description:
    'Coding agents as tracked tasks. Every error of ours has a stable code; while Backstage starts or stops (503) and when its global rate limit is reached (429), it answers with its own body, which has none.',
};

let document: JsonObject | undefined;

/** The OpenAPI 3.1 document of every route, made from the schemas that the routes parse with. */
export function openApiDocument(): JsonObject {
  document ??= generate();
  return document;
}

function generate(): JsonObject {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'backstage', {
    type: 'http',
    scheme: 'bearer',
    description: 'A Backstage token of a user or a service.',
  });
  describedRoutes().forEach(route => registry.registerPath(pathOf(route)));
  const generated = new OpenApiGeneratorV31(
    registry.definitions,
  ).generateDocument({
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/api/agent-tasks' }],
    security: [{ backstage: [] }],
  });
  const components = Object.fromEntries(
    Object.entries(COMPONENTS).map(([name, schema]) => [
      name,
      jsonSchemaOf(schema),
    ]),
  );
  return withReferences(plain(generated), components);
}

function pathOf(route: Route): RouteConfig {
  const { method, path, summary, tag, body, answers } = route;
  return {
    method,
    path,
    summary,
    tags: [tag],
    operationId: operationIdOf(route),
    parameters: parametersOf(route),
    request: {
      ...(route.query ? { query: zod(route.query) as never } : {}),
      ...(body ? { body: { content: jsonOf(body), required: true } } : {}),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          answerOf(answer),
        ]),
      ),
      ...errorAnswersOf(route, jsonOf(errorBodySchema)),
    },
  };
}

function answerOf({ description, schema, headers }: Answer) {
  return {
    description,
    ...(schema ? { content: jsonOf(schema) } : {}),
    headers: Object.fromEntries(
      (headers ?? []).map(name => [
        name,
        { required: true, schema: { type: 'string' } as const },
      ]),
    ),
  };
}

/** `get /v1/tasks/{id}/events` is `getTasksEvents`. */
function operationIdOf({ method, path }: Route): string {
  const words = path.split('/').filter(part => /^[a-z]/.test(part));
  const isOne = path.endsWith('}') ? ['one'] : [];
  return [method, ...words.slice(1), ...isOne]
    .map((word, index) =>
      index === 0 ? word : word[0].toUpperCase() + word.slice(1),
    )
    .join('');
}

function jsonOf(schema: Schema<unknown>) {
  return { 'application/json': { schema: zod(schema) } };
}

/** What the generator makes of one schema. */
function jsonSchemaOf(schema: Schema<unknown>): JsonObject {
  const registry = new OpenAPIRegistry();
  registry.registerPath({
    method: 'get',
    path: '/one',
    responses: { 200: { description: 'One', content: jsonOf(schema) } },
  });
  const { paths } = plain(
    new OpenApiGeneratorV31(registry.definitions).generateDocument({
      openapi: '3.1.0',
      info: INFO,
    }),
  ) as {
    paths: {
      '/one': {
        get: {
          responses: {
            '200': { content: { 'application/json': { schema: JsonObject } } };
          };
        };
      };
    };
  };
  return paths['/one'].get.responses['200'].content['application/json'].schema;
}

/** The generator knows schemas by their definitions, whichever copy of zod made them. */
function zod(schema: Schema<unknown>): ZodType {
  return schema as unknown as ZodType;
}

function plain(value: object): JsonObject {
  return withNullInEnums(JSON.parse(JSON.stringify(value)) as JsonObject);
}
