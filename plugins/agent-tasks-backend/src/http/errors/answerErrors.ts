import { toErrorBody } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';
import { requestIdOf } from '../serving/requestIds';
import { errorOf } from './errorOf';

/**
 * Answers every error with our body. Express knows an error handler by its four parameters, and
 * Backstage's router passes errors on only to one that was given to it directly.
 */
export function answerErrors(options: {
  logger: LoggerService;
  newId: () => string;
}): ErrorRequestHandler {
  return (error, request, response, next) => {
    // Tools are called through a router of Backstage's, whose clients know Backstage's answers.
    if (request.path.startsWith('/.backstage/')) {
      next(error);
      return;
    }
    const { method, originalUrl: url } = request;
    const requestId = requestIdOf(response);
    const told = errorOf(error, { requestId, method }, options);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { statusCode, retryAfterSeconds } = told;
    if (retryAfterSeconds !== null) {
      response.set('Retry-After', String(retryAfterSeconds));
    }
    if (statusCode === 401) response.set('WWW-Authenticate', 'Bearer');
    response
      .status(statusCode)
      .set('Cache-Control', 'no-store')
      .json(toErrorBody(told, { requestId, method, url }));
  };
}
