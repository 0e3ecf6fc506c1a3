import { describedRoutes } from '../routes/describedRoutes';
import committed from '../../../openapi.json';
import { openApiDocument } from './openApiDocument';

const paths = openApiDocument().paths as unknown as Record<
  string,
  Record<string, { operationId: string; responses: object }>
>;

describe('the OpenAPI document', () => {
  it('is committed as it is served; after a change: yarn workspace … openapi', () => {
    expect(openApiDocument()).toEqual(committed);
  });

  it('has every route and nothing else', () => {
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );
    const served = describedRoutes().map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(documented.sort()).toEqual(served.sort());
  });

  it('names each operation once', () => {
    const ids = Object.values(paths).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every route that it answers 401 with our body', () => {
    for (const methods of Object.values(paths)) {
      for (const { responses } of Object.values(methods)) {
        expect(responses).toHaveProperty([
          '401',
          'content',
          'application/json',
          'schema',
          '$ref',
        ]);
      }
    }
  });
});
