import { RequestHandler, Router } from 'express';
import { exchangeOf } from '../door/Exchange';
import { refuse } from '../door/refuse';
import { Simulator } from '../Simulator';
import { GitHubError, notFound } from './GitHubError';
import { movedRepository } from './movedRepository';
import { parseBody } from './parseBody';
import { Route } from './Route';
import { serve } from './serve';

function pattern(path: string): RegExp {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/\{(\w+)\*\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}/?$`);
}

/** The REST API: finds the route, lets the contract judge both ways, and answers. */
export function restRouter(simulator: Simulator, routes: Route[]): Router {
  const table = routes.map(route => ({ route, pattern: pattern(route.path) }));

  const dispatch: RequestHandler = async (req, res) => {
    const exchange = exchangeOf(res);
    try {
      const path = movedRepository(
        simulator.world,
        req.method,
        req.path,
        simulator.origin + req.originalUrl,
      );
      for (const { route, pattern: expected } of table) {
        const match = route.method === req.method && expected.exec(path);
        if (!match) continue;
        exchange.operation = `${route.method} ${route.path}`;
        const params = Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, value]) => [
            name,
            decodeURIComponent(value),
          ]),
        );
        await serve(simulator, route, params, req, res);
        return;
      }
      throw notFound();
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      refuse(res, error);
    }
  };

  const router = Router();
  router.use(parseBody);
  router.use((req, res, next) => {
    Promise.resolve(dispatch(req, res, next)).catch(next);
  });
  return router;
}
