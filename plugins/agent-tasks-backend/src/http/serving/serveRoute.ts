import { Request, RequestHandler, Response } from 'express';
import { Caller } from '../../access/caller/Caller';
import { Reply, Route } from '../Route';
import { parse, parseQuery } from './parse';
import { readBody } from './readBody';

/** Credentials, parse, one call to access, present: the first two of every route, in this order. */
export function serveRoute(
  route: Route,
  callerOf: (request: Request, response: Response) => Promise<Caller>,
): RequestHandler {
  return async (request, response, next) => {
    try {
      const caller = await callerOf(request, response);
      const body = route.body
        ? parse(route.body, await readBody(request, response))
        : undefined;
      const reply = await route.handle({
        caller,
        body,
        query: parseQuery(route, request.originalUrl),
        id: request.params.id ?? '',
        header: name => request.header(name),
        signal: signalOf(response),
        addressOf: path => `${request.baseUrl}${path}`,
      });
      send(response, reply);
    } catch (error) {
      next(error);
    }
  };
}

function send(response: Response, { status, body, headers }: Reply): void {
  if (response.destroyed) return;
  // What one caller sees of a task is not what the next one may see.
  response
    .status(status)
    .set({ 'Cache-Control': 'private, no-cache', ...headers });
  if (body === undefined) {
    response.end();
    return;
  }
  // Not by json(), which would compare ETags of its own and answer 304 where none is promised.
  response.type('application/json').end(JSON.stringify(body));
}

function signalOf(response: Response): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return gone.signal;
}
