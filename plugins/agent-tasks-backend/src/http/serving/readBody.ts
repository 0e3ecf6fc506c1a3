import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import express, { Request, Response } from 'express';
import { invalid } from './parse';

/** Largest body, in bytes, after it was unpacked. */
export const MAX_BODY = 65_536;

const readJson = express.json({ limit: MAX_BODY, type: () => true });

/** Reads a JSON body; no body at all is an empty object, for commands that need no words. */
export async function readBody(
  request: Request,
  response: Response,
): Promise<unknown> {
  if (!hasBody(request)) return {};
  if (!request.is('application/json')) {
    throw new AgentTasksError('UNSUPPORTED_MEDIA_TYPE');
  }
  await new Promise<void>((resolve, reject) => {
    readJson(request, response, (error?: unknown) =>
      error ? reject(bodyError(error)) : resolve(),
    );
  });
  return request.body;
}

function hasBody({ headers }: Request): boolean {
  return (
    headers['transfer-encoding'] !== undefined ||
    Number(headers['content-length'] ?? 0) > 0
  );
}

/** Of body-parser's errors only the kind is told on: their messages quote the body. */
function bodyError(error: unknown): unknown {
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') {
    return new AgentTasksError('PAYLOAD_TOO_LARGE', { limit: MAX_BODY });
  }
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new AgentTasksError('UNSUPPORTED_MEDIA_TYPE');
  }
  return status === 400
    ? invalid([{ field: '(body)', rule: 'json', hint: 'JSON' }])
    : error;
}
