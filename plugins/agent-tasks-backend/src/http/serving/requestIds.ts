import { RequestHandler, Response } from 'express';

const HEADER = 'X-Request-Id';

/** Gives every request an id of ours: the record keeps it, so that callers do not choose it. */
export function giveRequestIds(newId: () => string): RequestHandler {
  return (_request, response, next) => {
    response.set(HEADER, newId());
    next();
  };
}

export function requestIdOf(response: Response): string {
  return String(response.getHeader(HEADER) ?? 'unknown');
}
