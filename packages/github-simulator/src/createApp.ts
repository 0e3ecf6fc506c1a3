import express, { ErrorRequestHandler, Express } from 'express';
import { restRouter } from './api/restRouter';
import { restRoutes } from './api/restRoutes';
import { controlRouter } from './control/controlRouter';
import { admit } from './door/admit';
import { openExchange } from './door/openExchange';
import { readBody } from './door/readBody';
import { spoil } from './door/spoil';
import { downloadRouter, rawRouter } from './git/downloadRouter';
import { gitRouter } from './git/gitRouter';
import { graphqlRouter } from './graphql/graphqlRouter';
import { pageRouter } from './pages/pageRouter';
import { Simulator } from './Simulator';

/** A bug of ours. It is kept, so that no test passes over it, and said loudly. */
function reportBug(simulator: Simulator): ErrorRequestHandler {
  return (thrown, _req, res, _next) => {
    const bug = thrown instanceof Error ? thrown : new Error(String(thrown));
    simulator.bugs.push(bug);
    process.stderr.write(`${bug.stack}\n`);
    if (res.headersSent) res.destroy();
    else
      res
        .status(500)
        .json({ message: 'Server Error', simulator_bug: bug.message });
  };
}

/**
 * The whole server, laid out like GitHub Enterprise Server: REST below /api/v3, GraphQL at /api/graphql, git and pages
 * at the root. `door` is what GitHub itself does to every programmatic request; pages and control go without.
 */
export function createApp(simulator: Simulator): Express {
  const app = express();
  app.disable('etag');
  app.disable('x-powered-by');
  const door = [
    openExchange(simulator),
    readBody,
    spoil(simulator),
    admit(simulator),
  ];

  app.use('/_simulator', controlRouter(simulator));
  app.use(
    '/api/v3',
    door,
    downloadRouter(simulator),
    restRouter(simulator, restRoutes),
  );
  app.use('/api/graphql', door, graphqlRouter(simulator));
  app.use('/raw', rawRouter(simulator));
  app.use(gitRouter(simulator));
  app.use(pageRouter(simulator));

  app.use(reportBug(simulator));
  return app;
}
