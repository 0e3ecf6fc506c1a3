import { HttpRouterService } from '@backstage/backend-plugin-api';
import { RequestHandler } from 'express';
import { createRouter, RouterOptions } from './createRouter';

/**
 * Puts the API behind Backstage's router. Backstage's own barrier lets everything through, because
 * its 401 has no code; every route of ours asks for credentials itself.
 */
export function serveApi(
  httpRouter: HttpRouterService,
  options: RouterOptions,
): void {
  const { router, errorHandler } = createRouter(options);
  httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
  httpRouter.use(router);
  // Its type knows no error handlers, but Express takes one by its four parameters.
  httpRouter.use(errorHandler as unknown as RequestHandler);
}
