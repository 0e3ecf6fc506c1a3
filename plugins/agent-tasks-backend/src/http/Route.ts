import { ErrorCode } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { violationsOf } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Caller } from '../access/caller/Caller';

/**
 * A schema as far as routes need it. Structural, because the schemas come with a copy of zod of
 * their own, and comparing the types of two copies keeps the compiler busy for minutes.
 */
export interface Schema<Output> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: Output }
    | { success: false; error: Parameters<typeof violationsOf>[0] };
}

/** A request once credentials and form have been looked at. */
export interface RouteRequest<Query, Body> {
  caller: Caller;
  /** The part of the path in braces; '' where there is none. */
  id: string;
  query: Query;
  body: Body;
  header(name: RequestHeader): string | undefined;
  /** Aborted when the caller has gone. */
  signal: AbortSignal;
  /** Address of a path of ours, for `Location`. */
  addressOf(path: string): string;
}

export type RequestHeader = 'Idempotency-Key' | 'If-Match' | 'If-None-Match';

export interface Reply {
  status: number;
  /** Left out: none. */
  body?: object;
  headers?: Readonly<Record<string, string>>;
}

/** An answer that a route may give, for the OpenAPI document. */
export interface Answer {
  description: string;
  /** Left out: no body. */
  schema?: Schema<unknown>;
  headers?: readonly string[];
}

export interface RouteDescription {
  method: 'get' | 'post' | 'patch';
  /** With braces, as OpenAPI writes it: `/v1/tasks/{id}`. */
  path: string;
  summary: string;
  /** Noun of the API that it belongs to. */
  tag: string;
  requestHeaders?: readonly RequestHeader[];
  answers: Readonly<Record<number, Answer>>;
  /** Codes that this route can answer with, beside those of every route. */
  errors: readonly ErrorCode[];
}

export interface Route extends RouteDescription {
  query?: Schema<unknown>;
  /** Instead of one value per key. Throws a ZodError. */
  readQuery?: (parameters: URLSearchParams) => unknown;
  body?: Schema<unknown>;
  handle(request: RouteRequest<unknown, unknown>): Promise<Reply>;
}

/** Binds what a route parses to what its handler is given. */
export function route<Query = undefined, Body = undefined>(
  described: RouteDescription & {
    query?: Schema<Query>;
    readQuery?: (parameters: URLSearchParams) => Query;
    body?: Schema<Body>;
    handle(request: RouteRequest<Query, Body>): Promise<Reply>;
  },
): Route {
  // Only what its own schemas have let through ever reaches the handler.
  return described as Route;
}
