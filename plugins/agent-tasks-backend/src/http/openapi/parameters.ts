import { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { RequestHeader, Route } from '../Route';

const HEADERS: Readonly<
  Record<RequestHeader, { description: string; isRequired: boolean }>
> = {
  'Idempotency-Key': {
    description:
      'What the caller calls this request, 1 to 255 printable ASCII characters. The same key with the same body gives the same task for at least 7 days.',
    isRequired: false,
  },
  'If-Match': {
    description: 'The ETag of the task as it was read, or *.',
    isRequired: true,
  },
  'If-None-Match': {
    description: 'The ETag that the caller has; needed to wait for another.',
    isRequired: false,
  },
};

/** Path and header parameters; those of the query come from its schema. */
export function parametersOf(
  route: Pick<Route, 'path' | 'requestHeaders'>,
): NonNullable<RouteConfig['parameters']> {
  return [
    ...(route.path.includes('{id}')
      ? [
          {
            name: 'id',
            in: 'path' as const,
            required: true,
            schema: { type: 'string' as const },
          },
        ]
      : []),
    ...(route.requestHeaders ?? []).map(name => ({
      name,
      in: 'header' as const,
      required: HEADERS[name].isRequired,
      description: HEADERS[name].description,
      schema: { type: 'string' as const },
    })),
  ];
}
