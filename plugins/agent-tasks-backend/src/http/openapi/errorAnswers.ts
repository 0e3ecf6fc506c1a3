import {
  ErrorCode,
  errorDefinition,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { Route } from '../Route';

/** Any request may meet these. */
const OF_EVERY_ROUTE: readonly ErrorCode[] = [
  'INVALID_REQUEST',
  'NOT_AUTHENTICATED',
  'PERMISSION_DENIED',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
];

const OF_BODIES: readonly ErrorCode[] = [
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
];

/** The codes that a route can answer with. */
export function errorCodesOf(
  route: Pick<Route, 'errors' | 'body'>,
): ErrorCode[] {
  return [
    ...new Set([
      ...OF_EVERY_ROUTE,
      ...(route.body ? OF_BODIES : []),
      ...route.errors,
    ]),
  ];
}

/** One answer per status, with the codes it can carry. */
export function errorAnswersOf(
  route: Route,
  content: NonNullable<
    Extract<RouteConfig['responses'][string], { content?: unknown }>['content']
  >,
): RouteConfig['responses'] {
  const codes = errorCodesOf(route);
  const statuses = [
    ...new Set(codes.map(code => errorDefinition(code).status)),
  ];
  return Object.fromEntries(
    statuses
      .sort((a, b) => a - b)
      .map(status => {
        const own = codes.filter(
          code => errorDefinition(code).status === status,
        );
        const waiting = own.filter(
          code => errorDefinition(code).retryAfterSeconds !== null,
        );
        return [
          String(status),
          {
            description: own.map(code => `\`${code}\``).join(', '),
            content,
            ...(waiting.length > 0
              ? {
                  headers: {
                    'Retry-After': {
                      required: waiting.length === own.length,
                      schema: { type: 'integer' as const },
                    },
                  },
                }
              : {}),
          },
        ];
      }),
  );
}
