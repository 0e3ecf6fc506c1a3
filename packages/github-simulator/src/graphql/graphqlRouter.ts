import { Router } from 'express';
import { GitHubError } from '../api/GitHubError';
import { parseBody } from '../api/parseBody';
import { exchangeOf } from '../door/Exchange';
import { refuse } from '../door/refuse';
import { Simulator } from '../Simulator';
import { answerQuery } from './answerQuery';
import { Asker } from './Asker';
import { pullRequestNode } from './pullRequestNode';

/** `POST /api/graphql`. As at GitHub, a query that fails is still answered with 200. */
export function graphqlRouter(simulator: Simulator): Router {
  const router = Router();
  router.post('/', parseBody, (req, res, next) => {
    const exchange = exchangeOf(res);
    exchange.operation = 'POST /graphql';
    const { query, variables, operationName } = req.body;
    const { viewer, token } = exchange;
    if (!viewer || !token) {
      refuse(res, new GitHubError(401, 'Requires authentication'));
      return;
    }
    if (typeof query !== 'string') {
      const message =
        'A query attribute must be specified and must be a string.';
      refuse(res, new GitHubError(400, message));
      return;
    }
    const asker: Asker = {
      simulator,
      world: simulator.world,
      origin: simulator.origin,
      now: simulator.now(),
      viewer,
      token,
      pullNode: pull => pullRequestNode(asker, pull),
    };
    answerQuery(asker, { query, variables, operationName })
      .then(answer => res.json(answer))
      .catch(next);
  });
  return router;
}
