import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler, Request, Response, Router } from 'express';
import { Access } from '../access/Access';
import { answerErrors } from './errors/answerErrors';
import { openApiDocument } from './openapi/openApiDocument';
import { routesOf } from './routes/routesOf';
import { callerOf } from './serving/credentials';
import { giveRequestIds, requestIdOf } from './serving/requestIds';
import { serveRoute } from './serving/serveRoute';

export interface RouterOptions {
  access: Access;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  newId: () => string;
}

/**
 * The HTTP API. Both parts are given to Backstage's router one after the other: it takes no error
 * handler from within a router.
 */
export function createRouter({
  access,
  httpAuth,
  logger,
  newId,
}: RouterOptions): {
  router: Router;
  errorHandler: ErrorRequestHandler;
} {
  const { callers } = access;
  const signedIn = (request: Request, response: Response) =>
    callerOf(request, requestIdOf(response), { httpAuth, callers });
  const router = Router();
  router.use(giveRequestIds(newId));

  const document = openApiDocument();
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  for (const route of routesOf(access)) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    router[route.method](path, serveRoute(route, signedIn));
  }
  // Who is not signed in is not told which routes there are.
  router.use(async (request, response, next) => {
    await signedIn(request, response).then(
      () => next(new AgentTasksError('ROUTE_NOT_FOUND')),
      next,
    );
  });
  return { router, errorHandler: answerErrors({ logger, newId }) };
}
